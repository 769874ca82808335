package dev.astrocat.thumbs.formats.xisf;

import static dev.astrocat.thumbs.ErrorCode.DATA_MALFORMED;
import static dev.astrocat.thumbs.ErrorCode.DATA_TRUNCATED;
import static dev.astrocat.thumbs.ErrorCode.FORMAT_UNSUPPORTED;
import static dev.astrocat.thumbs.ErrorCode.LIMIT_MEMORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.formats.xisf.XisfBlock.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers and blocks that lie are refused by name, at once, and before anything is allocated. */
class HostileXisfTest {

  private static final Duration AT_ONCE = Duration.ofSeconds(10);
  private static final XisfSamples SAMPLES = new XisfSamples("UInt16", 30, 20, 1);

  @ParameterizedTest
  @CsvSource({
    "geometry, -1:20:1, DATA_MALFORMED",
    "geometry, 0:20:1, DATA_MALFORMED",
    "geometry, 30:20:0, DATA_MALFORMED",
    "geometry, 30:20, FORMAT_UNSUPPORTED",
    "geometry, 30, DATA_MALFORMED",
    "geometry, '', DATA_MALFORMED",
    "geometry, 30:20:x, DATA_MALFORMED",
    "geometry, 30:20:99999999999999999999, DATA_MALFORMED",
    "geometry, 30:2:2:2:2:2:1, FORMAT_UNSUPPORTED",
    "geometry, 30:20:1000000000, DATA_MALFORMED",
    "geometry, 2000000000:2000000000:3, LIMIT_DIMENSIONS",
    "geometry, 9223372036854775807:1:1, LIMIT_DIMENSIONS",
    "geometry, 4294967297:1:1, LIMIT_DIMENSIONS",
    "sampleFormat, UInt128, DATA_MALFORMED",
    "sampleFormat, Complex32, FORMAT_UNSUPPORTED",
    "colorSpace, CIELab, FORMAT_UNSUPPORTED",
    "colorSpace, RGB, DATA_MALFORMED",
    "byteOrder, middle, DATA_MALFORMED",
    "pixelStorage, Spiral, DATA_MALFORMED",
    "location, attachment:-5:1200, DATA_MALFORMED",
    "location, attachment:1000000:1200, DATA_TRUNCATED",
    "location, attachment:9223372036854775807:1200, DATA_TRUNCATED",
    "location, attachment:9223372036854775000:9223372036854775000, DATA_TRUNCATED",
    "location, attachment:99999999999999999999:1200, DATA_MALFORMED",
    "location, attachment:512, DATA_MALFORMED",
    "location, attachment, DATA_MALFORMED",
    "location, embedded, DATA_MALFORMED",
    "location, inline:base85, DATA_MALFORMED",
    "location, somewhere, DATA_MALFORMED",
    "checksum, sha-1:0123456789abcdef0123456789abcdef01234567, DATA_MALFORMED",
    "checksum, sha-1:xyz, DATA_MALFORMED",
    "compression, brotli:1200, FORMAT_UNSUPPORTED",
    "compression, zlib, DATA_MALFORMED",
    "compression, zlib:-1, DATA_MALFORMED",
    "compression, zlib+sh:1200:0, DATA_MALFORMED",
    "compression, zlib+sh:1200:-2, DATA_MALFORMED",
    "compression, zlib:9223372036854775807, DATA_MALFORMED",
    "compression, zlib:1200, DATA_MALFORMED"
  })
  void liesGiveTheirCode(String attribute, String value, ErrorCode code) {
    byte[] file = XisfFixture.of(XisfElement.image(SAMPLES).attribute(attribute, value));

    assertTimeout(AT_ONCE, () -> assertThat(DecodedXisf.failure(file)).isEqualTo(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"geometry", "sampleFormat", "location"})
  void attributesThatEveryImageHasAreNotGuessed(String attribute) {
    byte[] file =
        new XisfFixture(XisfElement.image(SAMPLES))
            .header(xml -> xml.replace(" " + attribute + "=", " not" + attribute + "="))
            .bytes();

    assertThat(DecodedXisf.failure(file)).isEqualTo(DATA_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zlib", "zlib+sh", "lz4", "lz4hc+sh", "zstd", "zstd+sh"})
  void packedSizeThatIsNotTheSizeOfThePictureIsRefused(String codec) {
    for (int rows : new int[] {1, 19, 21, 200}) {
      byte[] other = new XisfSamples("UInt16", 30, rows, 1).planar();
      XisfBlock block = XisfBlock.of(other).codec(codec, 2);

      assertThat(DecodedXisf.failure(XisfFixture.of(XisfElement.image(SAMPLES).block(block))))
          .as(codec + " of " + rows + " rows")
          .isIn(DATA_MALFORMED, DATA_TRUNCATED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zlib", "zlib+sh", "lz4", "lz4hc+sh", "zstd", "zstd+sh"})
  void blockThatHoldsLessOrMoreThanItDeclaresIsRefused(String codec) {
    for (int rows : new int[] {1, 19, 21, 200}) {
      byte[] other = new XisfSamples("UInt16", 30, rows, 1).planar();
      String right = codec + ":" + SAMPLES.planar().length + (codec.endsWith("sh") ? ":2" : "");
      XisfElement image =
          XisfElement.image(SAMPLES)
              .block(XisfBlock.of(other).codec(codec, 2))
              .attribute("compression", right);

      assertThat(DecodedXisf.failure(XisfFixture.of(image)))
          .as(codec + " of " + rows + " rows")
          .isIn(DATA_MALFORMED, DATA_TRUNCATED);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1199, 1201, 100_000})
  void plainBlockOfAnotherSizeThanThePictureIsRefused(int bytes) {
    XisfBlock block = XisfBlock.of(new byte[bytes]);

    assertThat(DecodedXisf.failure(XisfFixture.of(XisfElement.image(SAMPLES).block(block))))
        .isIn(DATA_MALFORMED, DATA_TRUNCATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "1,2,3",
        "10,600:10",
        "0,0",
        "-5,600:100,600",
        "10,600:10,700",
        "9223372036854775807,600:10,600",
        "4294967297,600:10,600",
        "10,9223372036854775807:10,9223372036854775807",
        "10,1200:10,0",
        "1,1200"
      })
  void partsThatDoNotAddUpAreRefused(String subblocks) {
    for (String codec : List.of("zlib", "lz4", "zstd")) {
      XisfElement image =
          XisfElement.image(SAMPLES)
              .block(XisfBlock.of(SAMPLES.planar()).codec(codec, 1).parts(2))
              .attribute("subblocks", subblocks);

      assertTimeout(
          AT_ONCE,
          () ->
              assertThat(DecodedXisf.failure(XisfFixture.of(image)))
                  .as(codec)
                  .isIn(DATA_MALFORMED, DATA_TRUNCATED));
    }
  }

  @Test
  void hundredThousandPartsTakeNoTime() {
    XisfElement image =
        XisfElement.image(SAMPLES)
            .block(XisfBlock.of(SAMPLES.planar()).codec("zlib", 1))
            .attribute("subblocks", "0,0:".repeat(100_000) + "1,1");

    assertTimeout(
        AT_ONCE,
        () ->
            assertThat(DecodedXisf.failure(XisfFixture.of(image)))
                .isIn(DATA_MALFORMED, DATA_TRUNCATED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "zlib", "lz4+sh", "zstd"})
  void oneBitThatFlippedIsFoundByTheChecksum(String codec) {
    for (String algorithm : List.of("sha-1", "sha256", "sha3-512")) {
      XisfBlock block = XisfBlock.of(SAMPLES.planar()).codec(codec, 2).checksum(algorithm);
      byte[] file = XisfFixture.of(XisfElement.image(SAMPLES).block(block));
      file[file.length - 7] ^= 4;

      assertThat(DecodedXisf.failure(file)).as(codec).isEqualTo(DATA_MALFORMED);
    }
  }

  @Test
  void embeddedTextThatIsNoTextOfItsEncodingIsRefused() {
    for (Place place : List.of(Place.EMBEDDED_BASE64, Place.INLINE_HEX)) {
      XisfBlock block = XisfBlock.of(SAMPLES.planar()).place(place);
      byte[] file =
          new XisfFixture(XisfElement.image(SAMPLES).block(block))
              .header(xml -> xml.replaceFirst(">([0-9A-Za-z+/]{10})", ">\\$%\\$%$1"))
              .bytes();

      assertThat(DecodedXisf.failure(file)).isIn(DATA_MALFORMED, DATA_TRUNCATED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"zlib:900000000", "lz4:900000000", "zstd:900000000", "lz4+sh:900000000:1"})
  void bytesThatCannotHoldWhatTheyDeclareTakeNoMemory(String compression) {
    XisfElement image =
        XisfElement.image("UInt8", 30_000, 30_000, 1)
            .block(XisfBlock.of(new byte[1000]))
            .attribute("compression", compression);

    assertThat(DecodedXisf.failure(XisfFixture.of(image))).isIn(DATA_MALFORMED, LIMIT_MEMORY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zlib", "lz4+sh", "zstd"})
  void unpackedPictureHasToFitIntoItsMemory(String codec) {
    XisfElement image =
        XisfElement.image("UInt16", 1000, 600, 1)
            .block(XisfBlock.of(new byte[1_200_000]).codec(codec, 2));
    Limits megabyte = Limits.defaults().withMaxDecodeBytes(1 << 20);
    DecodeContext context = new DecodeContext(megabyte, ImageSelection.DEFAULT);

    assertThatExceptionOfType(LimitException.class)
        .isThrownBy(() -> DecodedXisf.opened(XisfFixture.of(image), context, DecodedXisf::whole))
        .satisfies(e -> assertThat(e.code()).isEqualTo(LIMIT_MEMORY));
  }

  @Test
  void plainPictureTakesNoMemoryWhateverItsSize() throws IOException {
    XisfElement image =
        XisfElement.image("UInt16", 1000, 600, 1).block(XisfBlock.of(new byte[1_200_000]));
    Limits kilobyte = Limits.defaults().withMaxDecodeBytes(1 << 10);
    DecodeContext context = new DecodeContext(kilobyte, ImageSelection.DEFAULT);

    DecodedXisf decoded =
        DecodedXisf.opened(XisfFixture.of(image), context, open -> DecodedXisf.inBands(open, 10));

    assertThat(decoded.planes()).containsExactly(new short[600_000]);
  }

  @ParameterizedTest
  @CsvSource({
    "0, DATA_MALFORMED",
    "1000000, DATA_TRUNCATED",
    "2147483647, DATA_TRUNCATED",
    "-1, DATA_TRUNCATED",
    "40, DATA_MALFORMED"
  })
  void lengthOfTheHeaderIsChecked(int length, ErrorCode code) {
    byte[] file = XisfFixture.of(XisfElement.image(SAMPLES));
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(8, length);

    assertTimeout(AT_ONCE, () -> assertThat(DecodedXisf.failure(file)).isEqualTo(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "zlib", "lz4+sh", "zstd+sh"})
  void everyCutIsTold(String codec) {
    for (Place place : List.of(Place.ATTACHED, Place.EMBEDDED_BASE64)) {
      XisfBlock block = XisfBlock.of(SAMPLES.planar()).codec(codec, 2).place(place);
      byte[] file = XisfFixture.of(XisfElement.image(SAMPLES).block(block));
      for (int length = 8; length < file.length; length += 37) {
        assertThat(DecodedXisf.failure(Arrays.copyOf(file, length)))
            .as("%s %s cut to %d of %d bytes", codec, place, length, file.length)
            .isIn(DATA_TRUNCATED, DATA_MALFORMED);
      }
      byte[] last = Arrays.copyOf(file, file.length - 1);
      assertThat(DecodedXisf.failure(last)).isIn(DATA_TRUNCATED, DATA_MALFORMED);
    }
  }

  @Test
  void distributedUnitIsUnsupported() {
    XisfElement image =
        XisfElement.image(SAMPLES).attribute("location", "path(@header_dir/a.xisb)");

    assertThat(DecodedXisf.failure(XisfFixture.of(image))).isEqualTo(FORMAT_UNSUPPORTED);
  }

  @Test
  void deepAndWideHeadersTakeNoTime() {
    int many = 50_000;
    byte[] deep =
        new XisfFixture()
            .header(
                xml -> xml.replace("</xisf>", "<a>".repeat(many) + "</a>".repeat(many) + "</xisf>"))
            .bytes();
    StringBuilder attributes = new StringBuilder("<Image");
    for (int i = 0; i < many; i++) {
      attributes.append(" a").append(i).append("=\"1\"");
    }
    byte[] wide =
        new XisfFixture().header(xml -> xml.replace("</xisf>", attributes + "/></xisf>")).bytes();

    assertTimeout(
        AT_ONCE,
        () -> {
          assertThat(DecodedXisf.failure(deep)).isNotNull();
          assertThat(DecodedXisf.failure(wide)).isEqualTo(DATA_MALFORMED);
        });
  }

  @Test
  void headerInAnotherEncodingThatItNamesIsRead() throws IOException {
    byte[] file =
        new XisfFixture(XisfElement.image(SAMPLES)).charset(StandardCharsets.UTF_16).bytes();

    assertThat(DecodedXisf.of(file).planes()).containsExactly(SAMPLES.plane(0));
  }
}
