package dev.astrocat.thumbs.formats.raw.libraw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal.Reason;
import dev.astrocat.thumbs.testing.Corpus;
import dev.astrocat.thumbs.testing.Needs;
import dev.astrocat.thumbs.testing.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real and hostile files give a frame or a reason. */
@Needs(Tool.LIBRAW)
class RealRawTest {

  @Test
  void everyFileGivesAFrameOrSaysWhyNot() throws IOException {
    Corpus corpus = Corpus.orSkip();
    LibRawEngine engine = new LibRawEngine();
    int checked = 0;
    for (Path file : corpus.filesOf("raw")) {
      ByteBuffer bytes = NativePart.direct(Files.readAllBytes(file));
      try {
        RawFrame frame = engine.develop(bytes, NativePart.SUPERPIXEL);
        assertThat(frame.channels()).as(file.toString()).isEqualTo(3);
        engine.develop(bytes, NativePart.KEPT);
      } catch (RawRefusal refusal) {
        // GoPro's wavelets are of a library that Debian's LibRaw is built without.
        assertThat(file.toString()).endsWith(".GPR");
        assertThat(refusal.reason()).isEqualTo(Reason.UNSUPPORTED);
      }
      checked++;
    }
    assertThat(checked).isEqualTo(corpus.files("raw")).isPositive();
  }

  @Test
  void everyHostileFileGivesAFrameOrARefusal() throws IOException {
    Corpus corpus = Corpus.orSkip();
    LibRawEngine engine = new LibRawEngine();
    int frames = 0;
    int refusals = 0;
    for (Path file : corpus.filesOf("hostile")) {
      try {
        engine.develop(NativePart.direct(Files.readAllBytes(file)), NativePart.SUPERPIXEL);
        frames++;
      } catch (RawRefusal refusal) {
        refusals++;
      }
    }
    assertThat(frames + refusals).isEqualTo(corpus.files("hostile")).isPositive();
    assertThat(frames).isLessThan(10);
  }

  /** Some decoders make pixels of what a buffer or the memory held before, or of nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "exiftool__Panasonic.rw2",
        "exiftool__DNG.dng",
        "exiftool__CanonRaw.cr3",
        "exiftool__Nikon.nef"
      })
  void pixelsThatAreNotThereAreNeverMadeUp(String name) throws IOException {
    Corpus corpus = Corpus.orSkip();
    LibRawEngine engine = new LibRawEngine();
    Path removed =
        corpus.filesOf("hostile").stream()
            .filter(file -> file.endsWith(name))
            .findFirst()
            .orElseThrow();
    ByteBuffer bytes = NativePart.direct(Files.readAllBytes(removed));
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(RawRefusal.class)
          .isThrownBy(() -> engine.develop(bytes, NativePart.SUPERPIXEL))
          .matches(refusal -> refusal.reason() == Reason.TRUNCATED);
    }
  }
}
