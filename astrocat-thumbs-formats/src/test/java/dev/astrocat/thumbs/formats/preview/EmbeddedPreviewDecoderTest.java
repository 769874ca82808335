package dev.astrocat.thumbs.formats.preview;

import static dev.astrocat.thumbs.formats.preview.RawFixture.jpeg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.offset;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.Evidence;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.formats.imageio.Decoded;
import dev.astrocat.thumbs.formats.jpeg.JpegFixture;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The preview that stands for a camera RAW: where it is found, which one, how it is turned. */
final class EmbeddedPreviewDecoderTest {

  private static final byte[] SMALL = jpeg(120, 80);
  private static final byte[] MIDDLE = jpeg(240, 160);
  private static final byte[] LARGE = jpeg(360, 240);

  /** A file of each kind with these previews as far as it holds so many, by its name. */
  static Map<String, byte[]> filesOfEachKind(byte[] small, byte[] middle, byte[] large) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("a.dng", RawFixture.dng(1, small, middle, large));
    files.put("a.cr2", RawFixture.cr2(large, small, withFrame(middle, 0xC3)));
    files.put("a.nef", RawFixture.nef(middle, large));
    files.put("a.orf", RawFixture.orf(large));
    files.put("a.pef", RawFixture.pef(large));
    files.put("a.rw2", RawFixture.rw2(large));
    files.put("a.raf", RawFixture.raf(large));
    files.put("a.cr3", Cr3Fixture.file(1, small, middle, large));
    files.put("a.crw", RawFixture.crw(large, small, 0));
    files.put("a.mrw", RawFixture.mrw(large));
    files.put("a.x3f", RawFixture.x3f(large, 0));
    return files;
  }

  static Stream<String> names() {
    return filesOfEachKind(SMALL, MIDDLE, LARGE).keySet().stream();
  }

  /** The same file with another frame marker. */
  private static byte[] withFrame(byte[] jpeg, int marker) {
    byte[] other = jpeg.clone();
    for (int i = 0; i + 1 < other.length; i++) {
      if (other[i] == (byte) 0xFF && other[i + 1] == (byte) 0xC0) {
        other[i + 1] = (byte) marker;
        return other;
      }
    }
    throw new AssertionError("no baseline frame");
  }

  @ParameterizedTest
  @MethodSource("names")
  void theLargestPreviewIsShown(String name) throws IOException {
    byte[] file = filesOfEachKind(SMALL, MIDDLE, LARGE).get(name);
    assertThat(Decoded.probe(new EmbeddedPreviewDecoder(), name, file)).isEqualTo(Match.BY_PREVIEW);
    Decoded decoded = decoded(file);
    assertThat(decoded.info().width()).isEqualTo(360);
    assertThat(decoded.info().height()).isEqualTo(240);
    assertThat(decoded.info().nature()).isEqualTo(PixelNature.DISPLAY_READY);
    assertThat(decoded.samples()[0][0]).isCloseTo(0x20, offset(3.0));
    assertThat(decoded.samples()[1][360 * 240 - 1]).isCloseTo(0xC0, offset(3.0));
  }

  @Test
  void otherFilesAreNotClaimed() throws IOException {
    for (byte[] file : new byte[][] {{}, SMALL, TiffLike.tiff().file(), new byte[64]}) {
      assertThat(Decoded.probe(new EmbeddedPreviewDecoder(), "a.bin", file)).isEqualTo(Match.NO);
    }
  }

  @Test
  void theChoiceAndTheCameraAreReported() throws IOException {
    Decoded decoded = decoded(RawFixture.dng(1, SMALL, MIDDLE, LARGE));
    assertThat(decoded.info().decisions())
        .containsExactly(
            new Decision("preview", "360 x 240", "the largest of 3 embedded previews"));
    assertThat(decoded.info().evidence())
        .containsExactly(new Evidence("MAKE", "Maker"), new Evidence("MODEL", "Model 1"));
  }

  @Test
  void aPreviewCanBeChosenLargestFirst() throws IOException {
    byte[] file = RawFixture.dng(1, SMALL, MIDDLE, LARGE);
    for (int i = 0; i < 3; i++) {
      Decoded decoded =
          Decoded.of(new EmbeddedPreviewDecoder(), file, ImageSelection.DEFAULT.withImage(i));
      assertThat(decoded.info().width()).isEqualTo(new int[] {360, 240, 120}[i]);
    }
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(
            () ->
                Decoded.of(new EmbeddedPreviewDecoder(), file, ImageSelection.DEFAULT.withImage(3)))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_IMAGE));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 300, 200, IDENTITY",
    "3, 300, 200, ROTATE_180",
    "6, 300, 200, ROTATE_90",
    "8, 300, 200, ROTATE_270",
    "8, 200, 300, IDENTITY", // the sensor's picture is wide: the camera has turned this one
    "3, 200, 300, ROTATE_180" // half a turn cannot be told from the shape
  })
  void thePreviewIsTurnedAsTheSensorsPictureIs(int exif, int width, int height, Orientation turn)
      throws IOException {
    byte[] preview = jpeg(width, height);
    assertThat(decoded(RawFixture.dng(exif, preview)).info().orientation()).isEqualTo(turn);
    assertThat(decoded(Cr3Fixture.file(exif, SMALL, SMALL, preview)).info().orientation())
        .isEqualTo(turn);
  }

  @Test
  void thePreviewsOwnExifGoesFirst() throws IOException {
    byte[] turned = JpegFixture.turned(LARGE, 6);
    assertThat(decoded(RawFixture.dng(3, turned)).info().orientation())
        .isEqualTo(Orientation.ROTATE_90);
    assertThat(decoded(RawFixture.raf(turned)).info().orientation())
        .isEqualTo(Orientation.ROTATE_90);
    byte[] asStored = JpegFixture.turned(LARGE, 1);
    assertThat(decoded(RawFixture.dng(3, asStored)).info().orientation())
        .isEqualTo(Orientation.IDENTITY);
    byte[] silent = JpegFixture.turned(LARGE, 0);
    assertThat(decoded(RawFixture.dng(3, silent)).info().orientation())
        .isEqualTo(Orientation.ROTATE_180);
  }

  @ParameterizedTest
  @CsvSource({
    "0, IDENTITY",
    "90, ROTATE_90",
    "180, ROTATE_180",
    "270, ROTATE_270",
    "-90, ROTATE_270"
  })
  void degreesAreClockwise(int degrees, Orientation turn) throws IOException {
    assertThat(decoded(RawFixture.crw(LARGE, SMALL, degrees)).info().orientation()).isEqualTo(turn);
    assertThat(decoded(RawFixture.x3f(LARGE, degrees)).info().orientation()).isEqualTo(turn);
  }

  @Test
  void aBrokenPreviewGivesWayToTheNext() throws IOException {
    byte[] noScan = Arrays.copyOf(jpeg(600, 400), 400);
    byte[] noHuffmanTables = withSegmentsCut(jpeg(500, 400));
    Decoded decoded = decoded(RawFixture.dng(1, SMALL, noScan, noHuffmanTables, MIDDLE));
    assertThat(decoded.info().width()).isEqualTo(240);
    assertThat(decoded.info().decisions())
        .extracting(Decision::reason)
        .containsExactly("the largest usable one of 3 embedded previews");
  }

  /** Huffman tables of more codes than there can be. */
  private static byte[] withSegmentsCut(byte[] jpeg) {
    byte[] broken = jpeg.clone();
    for (int i = 0; i + 1 < broken.length; i++) {
      if (broken[i] == (byte) 0xFF && broken[i + 1] == (byte) 0xC4) {
        Arrays.fill(broken, i + 5, i + 15, (byte) 0xEE);
      }
    }
    return broken;
  }

  @Test
  void aPreviewOfOneByteIsPassedOver() throws IOException {
    byte[] ends = Arrays.copyOf(LARGE, 3);
    assertThat(decoded(RawFixture.dng(1, new byte[1], ends, MIDDLE)).info().width()).isEqualTo(240);
  }

  @Test
  void ofLyingSizesTheOtherPreviewRemains() throws IOException {
    byte[] huge = jpeg(300, 200);
    int frame = indexOfFrame(huge);
    Arrays.fill(huge, frame + 5, frame + 9, (byte) 0xFF); // 65,535 x 65,535
    assertThat(decoded(RawFixture.dng(1, LARGE, huge)).info().width()).isEqualTo(360);
  }

  private static int indexOfFrame(byte[] jpeg) {
    int i = 0;
    while (jpeg[i] != (byte) 0xFF || jpeg[i + 1] != (byte) 0xC0) {
      i++;
    }
    return i;
  }

  @Test
  void onlyPicturesOfTheSensorsShapeAreShown() {
    // 6000 x 4000 in the fixture: 1.5 to 1
    byte[] strip = jpeg(1000, 100);
    assertFails(
        RawFixture.dng(1, strip),
        ErrorCode.FORMAT_UNSUPPORTED,
        "the largest embedded preview has only 1000 x 100 pixels");
  }

  @Test
  void thumbnailsAreTooSmall() throws IOException {
    assertFails(
        RawFixture.dng(1, SMALL, jpeg(159, 106)), ErrorCode.FORMAT_UNSUPPORTED, "159 x 106");
    assertThat(decoded(RawFixture.dng(1, SMALL, jpeg(160, 120))).info().width()).isEqualTo(160);
  }

  @Test
  void sensorDataIsNoPreview() {
    byte[] lossless = withFrame(jpeg(640, 480), 0xC3);
    assertFails(
        RawFixture.cr2(lossless, lossless, lossless),
        ErrorCode.FORMAT_UNSUPPORTED,
        "no embedded JPEG preview to show instead");
  }

  @Test
  void aFileThatEndsBeforeItsPreviewIsTruncated() {
    byte[] file = RawFixture.raf(LARGE);
    assertFails(
        Arrays.copyOf(file, file.length - 9),
        ErrorCode.DATA_TRUNCATED,
        "the file ends before its embedded preview does");
  }

  private static Decoded decoded(byte[] file) throws IOException {
    return Decoded.of(new EmbeddedPreviewDecoder(), file);
  }

  private static void assertFails(byte[] file, ErrorCode code, String message) {
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> decoded(file))
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }
}
