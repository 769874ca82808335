package dev.astrocat.thumbs.formats.fits.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.formats.fits.Opened;
import dev.astrocat.thumbs.testing.FitsFixture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tiles written by Debian's fpack (CFITSIO). The images come from NumPy:
 *
 * <pre>
 * y, x = np.mgrid[0:4, 0:8]
 * i16 = x*x*37 - y*900 + (x*y % 5)*11       # fpack -r, -r -t 5,3, -g2, -h -w
 * u8 = (x*31 + y*77) % 256                  # fpack -r
 * i32 = (x*x*37 - y*900) * 100003           # fpack -r
 * mask = (x > 2) * (y + 1) * 40000 // 4     # fpack -p -w
 * umask = ((x // 3) * (y*12000 + 5000)).astype("u2")  # fpack -p -w, BZERO 32768
 * </pre>
 */
class CodecTest {

  private static final double[] I16 = image((x, y) -> x * x * 37 - y * 900 + x * y % 5 * 11);

  @Test
  void riceOfShorts() throws IOException {
    TileFixture tiles =
        TileFixture.of("RICE_1", 16, 8, 4)
            .tile("000098052bbcb910633425c384")
            .tile("fc7c980583e8c411c2842883b0")
            .tile("f8f89805d90a4c09915815a1ee")
            .tile("f57498063364da3b45b85c0658");

    assertThat(decoded(rice(tiles, 2))).containsExactly(I16);
  }

  @Test
  void riceOfBytes() throws IOException {
    TileFixture tiles =
        TileFixture.of("RICE_ONE", 8, 8, 4)
            .tile("00d03e7cf9f3e7cf80")
            .tile("4dd03e7cf9f3e7cf80")
            .tile("9ad03e7cf9f3e7cf80")
            .tile("e7d03e7cf9f3e7cf80");

    assertThat(decoded(rice(tiles, 1))).containsExactly(image((x, y) -> (x * 31 + y * 77) % 256));
  }

  @Test
  void riceOfInts() throws IOException {
    TileFixture tiles =
        TileFixture.of("RICE_1", 32, 8, 4)
            .tile("00000000d000000000038758f00a960ad011a4bcb018b36e901fc2207026d0d2502ddf8430")
            .tile("faa2aaf4d000000000038758f00a960ad011a4bcb018b36e901fc2207026d0d2502ddf8430")
            .tile("f54555e8d000000000038758f00a960ad011a4bcb018b36e901fc2207026d0d2502ddf8430")
            .tile("efe800dcd000000000038758f00a960ad011a4bcb018b36e901fc2207026d0d2502ddf8430");

    assertThat(decoded(rice(tiles, 4)))
        .containsExactly(image((x, y) -> (x * x * 37 - y * 900) * 100003));
  }

  @Test
  void tilesAtTheEdgesAreSmaller() throws IOException {
    TileFixture tiles =
        TileFixture.of("RICE_1", 16, 8, 4)
            .tile("0000a8024ab7b7240c0e9e60bd3884380ffe76c2b30464")
            .tile("039db801cbbe10befd13ec0c47d6bf70")
            .tile("f574880462c85a0da0")
            .tile("f911a801b83960");

    assertThat(decoded(rice(tiles, 2).keyword("ZTILE1", 5).keyword("ZTILE2", 3)))
        .containsExactly(I16);
  }

  @Test
  void tilesMaySpanPlanes() throws IOException {
    TileFixture tiles = TileFixture.of("GZIP_1", 16, 2, 3, 3);
    // Tiles of 2 x 2 x 2 cover 2 x 3 x 3: sample (x, y, z) is x + 10 y + 100 z.
    tiles.tile(shorts(0, 1, 10, 11, 100, 101, 110, 111), 1, 0);
    tiles.tile(shorts(20, 21, 120, 121), 1, 0);
    tiles.tile(shorts(200, 201, 210, 211), 1, 0);
    tiles.tile(shorts(220, 221), 1, 0);
    FitsFixture hdu = tiles.hdu().keyword("ZTILE1", 2).keyword("ZTILE2", 2).keyword("ZTILE3", 2);

    Opened colour = Opened.of(TileFixture.file(hdu));

    assertThat(colour.info().channels()).isEqualTo(3);
    assertThat(colour.samples()[0]).containsExactly(0, 1, 10, 11, 20, 21);
    assertThat(colour.samples()[1]).containsExactly(100, 101, 110, 111, 120, 121);
    assertThat(colour.samples()[2]).containsExactly(200, 201, 210, 211, 220, 221);
  }

  @Test
  void hTransform() throws IOException {
    TileFixture tiles =
        TileFixture.of("HCOMPRESS_1", 16, 8, 4)
            .tile(
                "dd99000000040000000800000000ffffffffffffd5000e0b07f6bdc01a7a40700700780e80f20680"
                    + "b1eabd47fdff7ac0550250df05a0d004c0ce0fdff83fc3fc04c3b03b02903ac2f42ac387fe"
                    + "f60027fe0ef0090f60e6000181e5e2");

    assertThat(decoded(tiles.hdu().keyword("ZTILE2", 4))).containsExactly(I16);
  }

  @Test
  void lineListsHoldValuesAboveThirtyTwoThousand() throws IOException {
    TileFixture tiles =
        TileFixture.of("PLIO_1", 32, 8, 4)
            .tile(
                "00000007ff9c001700000000000017100002000340051e200004000340051530000700034005"
                    + "1c40000900034005");

    assertThat(decoded(tiles.hdu().keyword("ZTILE2", 4)))
        .containsExactly(image((x, y) -> (x > 2 ? 1 : 0) * (y + 1) * 40000 / 4));
  }

  @Test
  void lineListsOfUnsignedShortsAreStoredWithoutSign() throws IOException {
    TileFixture tiles =
        TileFixture.of("PLIO_1", 16, 8, 4)
            .tile(
                "00000007ff9c00230000000000001388000100034003171000024002126800040003400314d0"
                    + "0008400211480007000340031290000e40021028000a00034003105000044002");

    assertThat(decoded(tiles.hdu().keyword("ZTILE2", 4).keyword("BZERO", 32768)))
        .containsExactly(image((x, y) -> (x / 3 * (y * 12000 + 5000) & 0xFFFF) - 32768));
  }

  @Test
  void gzipWithSortedBytes() throws IOException {
    TileFixture tiles =
        TileFixture.of("GZIP_2", 16, 8, 4)
            .tile("1f8b0800000000000403636060606462666567509de21b30d744140048219c9510000000")
            .tile("1f8b0800000000000403fbf3e7efdf7f0c8ccc356bd45efd90dcbd1c007cd948ea10000000")
            .tile("1f8b0800000000000403fbf1f3e7afdf7ffe31fc30de119039d5c91200b8a1612610000000")
            .tile("1f8b0800000000000403fbfaf5dbb7ef3f7ffd29d925fcf696e0c92900fee8f9b010000000");

    assertThat(decoded(tiles.hdu())).containsExactly(I16);
  }

  @Test
  void uncompressedTiles() throws IOException {
    TileFixture tiles = TileFixture.of("NOCOMPRESS", 16, 2, 1).tile("0102fffe");

    assertThat(decoded(tiles.hdu())).containsExactly(258, -2);
  }

  @Test
  void floatsThatWereNotQuantisedAreTheValuesThemselves() throws IOException {
    ByteBuffer doubles = ByteBuffer.allocate(16).putDouble(Math.PI).putDouble(Double.NaN);
    TileFixture tiles =
        TileFixture.of("GZIP_1", -64, 2, 1).tile(FitsFixture.gzip(doubles.array()), 0, 0);

    Opened image = Opened.of(TileFixture.file(tiles.hdu().keyword("ZQUANTIZ", "NONE")));

    assertThat(image.info().type()).isEqualTo(SampleType.F64);
    assertThat(image.samples()[0]).containsExactly(Math.PI, Double.NaN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RICE_1", "GZIP_1", "GZIP_2", "HCOMPRESS_1", "PLIO_1", "NOCOMPRESS"})
  void anyBytesGiveSamplesOrATypedFailure(String codec) throws IOException {
    java.util.Random random = new java.util.Random(4);
    for (int round = 0; round < 200; round++) {
      byte[] bytes = new byte[1 + random.nextInt(120)];
      random.nextBytes(bytes);
      byte[] start = start(codec);
      System.arraycopy(start, 0, bytes, 0, Math.min(start.length, bytes.length));
      TileFixture tiles = TileFixture.of(codec, 16, 8, 4).tile(bytes, 1, 0);
      assertTyped(TileFixture.file(tiles.hdu().keyword("ZTILE2", 4)));
    }
  }

  /** What makes it past the first look. */
  private static byte[] start(String codec) {
    return switch (codec) {
      case "HCOMPRESS_1" ->
          java.util.HexFormat.of().parseHex("dd99000000040000000800000000ffffffffffffd5000e0b07");
      case "GZIP_1", "GZIP_2" -> java.util.HexFormat.of().parseHex("1f8b0800000000000403");
      case "PLIO_1" -> java.util.HexFormat.of().parseHex("00000007ff9c0010000000000000");
      default -> new byte[0];
    };
  }

  private static void assertTyped(byte[] file) throws IOException {
    try {
      assertThat(Opened.of(file).samples()[0]).hasSize(32);
    } catch (ThumbnailException e) {
      assertThat(e.code())
          .isIn(ErrorCode.DATA_MALFORMED, ErrorCode.DATA_TRUNCATED, ErrorCode.FORMAT_UNSUPPORTED);
    } catch (java.io.EOFException e) {
      assertThat(e).hasMessageContaining("ends");
    }
  }

  @Test
  void unknownAlgorithmIsUnsupported() {
    byte[] file = TileFixture.of("NOT_A_CODEC", 16, 8, 1).tile("00").file();

    assertThatThrownBy(() -> Opened.of(file))
        .isInstanceOfSatisfying(
            ThumbnailException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.FORMAT_UNSUPPORTED));
  }

  private static FitsFixture rice(TileFixture tiles, int bytePix) {
    return tiles
        .hdu()
        .keyword("ZNAME1", "BLOCKSIZE")
        .keyword("ZVAL1", 32)
        .keyword("ZNAME2", "BYTEPIX")
        .keyword("ZVAL2", bytePix);
  }

  private static double[] decoded(FitsFixture hdu) throws IOException {
    return Opened.of(TileFixture.file(hdu)).samples()[0];
  }

  private static byte[] shorts(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
    IntStream.of(values).forEach(value -> bytes.putShort((short) value));
    return FitsFixture.gzip(bytes.array());
  }

  private interface Formula {
    int at(int x, int y);
  }

  private static double[] image(Formula formula) {
    return IntStream.range(0, 32).mapToDouble(i -> formula.at(i % 8, i / 8)).toArray();
  }
}
