package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.source.ImageSource;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From file to picture: how looks turn it, what becomes of mosaics, what counts as a subframe. */
class XisfPictureTest {

  private static final int[][] STORED = {{10, 20, 30, 40}, {50, 60, 70, 80}, {90, 91, 92, 255}};

  /**
   * Expected pictures are of NumPy, {@code a} being the stored one; XISF 1.0 section 11.5 turns
   * counterclockwise and then mirrors columns:
   *
   * <pre>
   * a = np.array([[10,20,30,40],[50,60,70,80],[90,91,92,255]])
   * for k, name in enumerate(['0','90','180','-90']):
   *   print(name, np.rot90(a, k).tolist()); print(name, 'flip', np.fliplr(np.rot90(a, k)).tolist())
   * </pre>
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0        | 10 20 30 40  / 50 60 70 80  / 90 91 92 255
          flip     | 40 30 20 10  / 80 70 60 50  / 255 92 91 90
          90       | 40 80 255    / 30 70 92     / 20 60 91       / 10 50 90
          90;flip  | 255 80 40    / 92 70 30     / 91 60 20       / 90 50 10
          180      | 255 92 91 90 / 80 70 60 50  / 40 30 20 10
          180;flip | 90 91 92 255 / 50 60 70 80  / 10 20 30 40
          -90      | 90 50 10     / 91 60 20     / 92 70 30       / 255 80 40
          -90;flip | 10 50 90     / 20 60 91     / 30 70 92       / 40 80 255
          """)
  void pixinsightLookTurnsAsTheFileSays(String orientation, String expected) throws IOException {
    byte[] file = XisfFixture.of(grey().attribute("orientation", orientation));

    assertThat(pixels(picture(file, Look.PIXINSIGHT))).isEqualTo(expected.replaceAll(" +", " "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "90", "180;flip"})
  void astrocatLookFlipsRowsAndIgnoresTheOrientation(String orientation) throws IOException {
    byte[] file = XisfFixture.of(grey().attribute("orientation", orientation));

    assertThat(pixels(picture(file, Look.ASTROCAT)))
        .isEqualTo("90 91 92 255 / 50 60 70 80 / 10 20 30 40");
  }

  @ParameterizedTest
  @ValueSource(strings = {"45", "left", "", "90;mirror"})
  void unknownOrientationIsNone(String orientation) throws IOException {
    byte[] file = XisfFixture.of(grey().attribute("orientation", orientation));

    assertThat(pixels(picture(file, Look.PIXINSIGHT)))
        .isEqualTo("10 20 30 40 / 50 60 70 80 / 90 91 92 255");
  }

  @Test
  void mosaicBecomesColourAtHalfTheSize() throws IOException {
    byte[] mosaic = {10, 20, 30, 40, 50, 60, 70, 80}; // R G R G / G B G B
    XisfElement image =
        XisfElement.image("UInt8", 4, 2, 1)
            .block(XisfBlock.of(mosaic))
            .child(
                new XisfElement("ColorFilterArray")
                    .attribute("pattern", "RGGB")
                    .attribute("width", "2")
                    .attribute("height", "2"));

    assertThat(pixels(picture(XisfFixture.of(image), Look.ASTROCAT)))
        .isEqualTo("10,35,60 30,55,80");
  }

  @ParameterizedTest
  @CsvSource({
    "Light, yes",
    "LIGHT, yes",
    "Dark, yes",
    "MasterLight, no",
    "MasterFlat, no",
    "masterdark, no"
  })
  void imageTypeTellsMastersFromSubframes(String imageType, String subframe) throws IOException {
    byte[] file = XisfFixture.of(grey().attribute("imageType", imageType));

    assertThat(decision(file, "subframe")).isEqualTo(subframe);
  }

  @ParameterizedTest
  @CsvSource({"IMAGETYP, Light Frame, yes", "IMAGETYP, Master Light, no", "STACKCNT, 24, no"})
  void keywordsTellMastersFromSubframes(String keyword, String value, String subframe)
      throws IOException {
    byte[] file = XisfFixture.of(grey().child(XisfElement.keyword(keyword, "'" + value + "'", "")));

    assertThat(decision(file, "subframe")).isEqualTo(subframe);
  }

  private static XisfElement grey() {
    byte[] bytes = new byte[12];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) STORED[i / 4][i % 4];
    }
    return XisfElement.image("UInt8", 4, 3, 1).block(XisfBlock.of(bytes));
  }

  private static String decision(byte[] file, String name) throws IOException {
    List<Decision> decisions = picture(file, Look.ASTROCAT).report().decisions();
    return decisions.stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow().value();
  }

  private static Thumbnail picture(byte[] file, Look look) {
    try (ThumbnailGenerator thumbnails =
        ThumbnailGenerator.builder().onlyDecoders(new XisfDecoder()).build()) {
      return thumbnails.generate(
          ThumbnailRequest.of(ImageSource.of("a.xisf", file))
              .look(look)
              .stretch("none")
              .format(OutputFormat.PNG));
    }
  }

  private static String pixels(Thumbnail picture) throws IOException {
    Raster raster = ImageIO.read(new ByteArrayInputStream(picture.bytes())).getRaster();
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < raster.getHeight(); y++) {
      text.append(y == 0 ? "" : " / ");
      for (int x = 0; x < raster.getWidth(); x++) {
        text.append(x == 0 ? "" : " ");
        for (int band = 0; band < raster.getNumBands(); band++) {
          text.append(band == 0 ? "" : ",").append(raster.getSample(x, y, band));
        }
      }
    }
    return text.toString();
  }
}
