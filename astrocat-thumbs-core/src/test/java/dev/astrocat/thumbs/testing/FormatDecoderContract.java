package dev.astrocat.thumbs.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every decoder must do; extend it and give yours with a small file that it reads. */
@Timeout(300)
public abstract class FormatDecoderContract {

  /** The decoder under test. */
  protected abstract FormatDecoder decoder();

  /** A valid file of at least 2 x 2 pixels, better below 64 KiB; the same bytes every time. */
  protected abstract byte[] file();

  /** What probing that file tells; another one for decoders of previews. */
  protected Match match() {
    return Match.BY_CONTENT;
  }

  /** Steps between two lengths that the file is cut to. */
  protected int step() {
    return 37;
  }

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(FormatDecoder.class))
        .anyMatch(found -> found.getClass() == decoder().getClass());
  }

  @Test
  void namesAreLowerCase() {
    assertThat(decoder().id()).matches("[a-z0-9][a-z0-9.-]*");
    assertThat(decoder().extensions())
        .isNotEmpty()
        .allMatch(name -> name.matches("[a-z0-9]+(\\.[a-z0-9]+)?"));
  }

  @Test
  void itsFileIsRecognisedByContentWhateverItsName() throws IOException {
    assertThat(probe("holiday.txt", file())).isEqualTo(match());
  }

  @Test
  void probingNeverThrows() throws IOException {
    Random random = new Random(1);
    byte[] noise = new byte[10_000];
    random.nextBytes(noise);
    String name = "a." + decoder().extensions().iterator().next();
    for (byte[] bytes : new byte[][] {{}, {0}, new byte[9_000], noise}) {
      assertThat(probe(name, bytes)).isNotNull();
    }
    for (int length = 0; length < Math.min(file().length, 2_000); length++) {
      assertThat(probe(name, Arrays.copyOf(file(), length))).isNotNull();
    }
    for (int i = 0; i < 2_000; i++) {
      assertThat(probe(name, broken(random))).isNotNull();
    }
  }

  @Test
  void rowsCanBeReadInAnyOrderAgainAndFromSeveralThreads() throws IOException {
    try (SourceBytes bytes = opened(file());
        PixelSource image = decoder().open(bytes, context(Limits.defaults()))) {
      ImageInfo info = image.info();
      assertThat(image.info()).isSameAs(info);
      Object[] once = rows(image, 0, info.height());
      assertThat(rows(image, 0, info.height())).isEqualTo(once);
      Object[] last = rows(image, info.height() - 1, 1);
      IntStream.range(0, 40)
          .parallel()
          .forEach(i -> assertThat(rows(image, info.height() - 1, 1)).isEqualTo(last));
      for (int c = 0; c < info.channels(); c++) {
        assertThat(last[c]).isEqualTo(tail(once[c], info.width()));
      }
    }
  }

  @Test
  void inspectionSaysWhatOpeningDoes() throws IOException {
    try (SourceBytes bytes = opened(file());
        PixelSource image = decoder().open(bytes, context(Limits.defaults()))) {
      ImageInfo opened = image.info();
      ImageInfo inspected = decoder().inspect(bytes, context(Limits.defaults()));
      assertThat(inspected.evidence()).isEqualTo(opened.evidence());
      assertThat(inspected.nature()).isEqualTo(opened.nature());
      assertThat(inspected.type()).isEqualTo(opened.type());
      assertThat(inspected.orientation()).isEqualTo(opened.orientation());
      assertThat(inspected.width()).isGreaterThanOrEqualTo(opened.width());
      assertThat(inspected.height()).isGreaterThanOrEqualTo(opened.height());
    }
  }

  @Test
  void sizesAreCheckedAgainstTheLimits() {
    assertThatThrownBy(() -> read(file(), Limits.defaults().withMaxPixels(1)))
        .isInstanceOfSatisfying(
            ThumbnailException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_DIMENSIONS));
    assertThatThrownBy(() -> inspect(file(), Limits.defaults().withMaxPixels(1)))
        .isInstanceOfSatisfying(
            ThumbnailException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_DIMENSIONS));
  }

  @Test
  void aFileCutAnywhereGivesAPictureOrATypedFailure() {
    for (int length = 0; length < file().length; length += step()) {
      readOrFail(Arrays.copyOf(file(), length), "cut to " + length);
    }
  }

  @Test
  void aBrokenFileGivesAPictureOrATypedFailure() {
    Random random = new Random(2);
    for (int i = 0; i < 1_000; i++) {
      readOrFail(broken(random), "broken " + i);
    }
  }

  /** What it throws while reading becomes typed behind the decoder; all else is a fault of it. */
  private void readOrFail(byte[] bytes, String what) {
    assertThatCode(
            () -> {
              Limits limits = Limits.defaults().withMaxDecodeBytes(64 << 20);
              try {
                inspect(bytes, limits);
                read(bytes, limits);
              } catch (ThumbnailException | IOException | UncheckedIOException e) {
                assertThat(e).isNotInstanceOf(NoSuchFileException.class);
              }
            })
        .as(what)
        .doesNotThrowAnyException();
  }

  private byte[] broken(Random random) {
    byte[] bytes = file().clone();
    for (int n = random.nextInt(4); n >= 0; n--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private Match probe(String name, byte[] bytes) throws IOException {
    try (SourceBytes source = ImageSource.of(name, bytes).open(Limits.defaults())) {
      return decoder().probe(new SourceHead(source));
    }
  }

  private void read(byte[] bytes, Limits limits) throws IOException {
    try (SourceBytes source = opened(bytes);
        PixelSource image = decoder().open(source, context(limits))) {
      rows(image, 0, Math.min(64, image.info().height()));
    }
  }

  private void inspect(byte[] bytes, Limits limits) throws IOException {
    try (SourceBytes source = opened(bytes)) {
      decoder().inspect(source, context(limits));
    }
  }

  private SourceBytes opened(byte[] bytes) {
    String name = "a." + decoder().extensions().iterator().next();
    return ImageSource.of(name, bytes).open(Limits.defaults());
  }

  private static DecodeContext context(Limits limits) {
    return new DecodeContext(limits, ImageSelection.DEFAULT);
  }

  private static Object[] rows(PixelSource image, int first, int count) {
    ImageInfo info = image.info();
    RowBand band = new RowBand(info.type(), info.width(), info.channels(), count);
    try {
      image.readRows(first, count, band);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return IntStream.range(0, info.channels()).mapToObj(band::plane).toArray();
  }

  private static Object tail(Object plane, int count) {
    int length = Array.getLength(plane);
    Object tail = Array.newInstance(plane.getClass().componentType(), count);
    System.arraycopy(plane, length - count, tail, 0, count);
    return tail;
  }
}
