package dev.astrocat.thumbs.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.encode.Picture;
import dev.astrocat.thumbs.encode.ThumbnailEncoder;
import dev.astrocat.thumbs.encode.ThumbnailEncoder.NoteSpan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every encoder must do; extend it and give yours. */
public abstract class ThumbnailEncoderContract {

  private static final int MAX_NOTE = 60_000;

  /** The encoder under test. */
  protected abstract ThumbnailEncoder encoder();

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(ThumbnailEncoder.class))
        .anyMatch(found -> found.getClass() == encoder().getClass());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void equalPicturesGiveEqualBytes(int channels) throws IOException {
    assertThat(encoder().encode(TestPictures.ramp(37, 23, channels)))
        .isEqualTo(encoder().encode(TestPictures.ramp(37, 23, channels)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void smallestAndThinPicturesAreWritten(int channels) {
    for (int[] size : new int[][] {{1, 1}, {1, 300}, {300, 1}, {17, 9}}) {
      assertThatCode(() -> encoder().encode(TestPictures.ramp(size[0], size[1], channels)))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void thePictureIsLeftAsItWas() throws IOException {
    Picture picture = TestPictures.ramp(37, 23, 3);
    byte[] red = picture.planes()[0].clone();
    encoder().encode(picture);
    assertThat(picture.planes()[0]).isEqualTo(red);
  }

  @Test
  void aFileWithoutNoteHasNone() throws IOException {
    assertThat(encoder().findNote(encoder().encode(TestPictures.ramp(37, 23, 1)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1_500, MAX_NOTE})
  void aNoteIsFoundAgainAndCanBeTakenOut(int length) throws IOException {
    byte[] plain = encoder().encode(TestPictures.ramp(37, 23, 3));
    byte[] note = note(length);
    byte[] noted = encoder().withNote(plain, note);
    NoteSpan span = encoder().findNote(noted).orElseThrow();
    assertThat(Arrays.copyOfRange(noted, span.textStart(), span.textEnd())).isEqualTo(note);
    assertThat(span.start()).isLessThanOrEqualTo(span.textStart());
    assertThat(span.end()).isGreaterThanOrEqualTo(span.textEnd());
    assertThat(without(noted, span)).isEqualTo(plain);
  }

  @Test
  void aFileThatIsNotItsOwnTakesNoNote() {
    assertThatThrownBy(() -> encoder().withNote(new byte[40], note(3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTornFileNeverThrowsAndLosesItsNoteWithItsText() throws IOException {
    byte[] noted = encoder().withNote(encoder().encode(TestPictures.ramp(37, 23, 1)), note(50));
    NoteSpan whole = encoder().findNote(noted).orElseThrow();
    for (int length = 0; length < noted.length; length++) {
      boolean found = encoder().findNote(Arrays.copyOf(noted, length)).isPresent();
      assertThat(found).as("cut to %d bytes", length).isEqualTo(length >= whole.end());
    }
  }

  @Test
  void flippedBitsNeverThrowAndNeverGiveASpanOutsideTheFile() throws IOException {
    byte[] noted = encoder().withNote(encoder().encode(TestPictures.ramp(37, 23, 1)), note(50));
    for (int bit = 0; bit < noted.length * 8; bit++) {
      noted[bit / 8] ^= (byte) (1 << bit % 8);
      encoder().findNote(noted).ifPresent(span -> assertInside(span, noted.length));
      noted[bit / 8] ^= (byte) (1 << bit % 8);
    }
  }

  private static void assertInside(NoteSpan span, int length) {
    assertThat(new int[] {0, span.start(), span.textStart(), span.textEnd(), span.end(), length})
        .isSorted();
  }

  private static byte[] note(int length) {
    byte[] note = new byte[length];
    for (int i = 0; i < length; i++) {
      note[i] = (byte) (i % 60 == 59 ? '\n' : ' ' + i % 95);
    }
    return note;
  }

  private static byte[] without(byte[] noted, NoteSpan span) {
    return (new String(noted, 0, span.start(), StandardCharsets.ISO_8859_1)
            + new String(noted, span.end(), noted.length - span.end(), StandardCharsets.ISO_8859_1))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
