package dev.astrocat.thumbs.formats.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageSelection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePngTest {

  private static final byte[] END = PngFixture.chunkBytes("IEND", new byte[0]);

  private static PngFixture small() {
    return new PngFixture(5, 4, 8, 2).filter(PngFixture.MIXED_FILTERS);
  }

  private static int level(int x, int y, int s) {
    return 31 * x + 57 * y + 91 * s & 0xFF;
  }

  private static byte[] smallPixels() {
    return small().filtered(HostilePngTest::level);
  }

  private static void expect(ErrorCode code, byte[] file) {
    assertThatThrownBy(() -> DecodedPng.of(file))
        .isInstanceOfSatisfying(
            ThumbnailException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 4, DATA_MALFORMED",
    "4, 0, DATA_MALFORMED",
    "-1, 4, LIMIT_DIMENSIONS",
    "4, -1, LIMIT_DIMENSIONS",
    "2147483647, 2147483647, LIMIT_DIMENSIONS",
    "1000000, 1001, LIMIT_DIMENSIONS",
    "30000, 30000, DATA_TRUNCATED"
  })
  void sizesAreJudgedBeforeMemoryIsTaken(int width, int height, ErrorCode code) {
    expect(code, new PngFixture(width, height, 8, 2).write(PngFixture.deflate(new byte[100])));
  }

  @Test
  void memoryIsBookedAsPacked() throws IOException {
    byte[] file = new PngFixture(8000, 100, 1, 0).write((x, y, s) -> 0);
    DecodeContext enough = context(Limits.defaults().withMaxDecodeBytes(1001 * 101));
    assertThat(DecodedPng.of(file, enough).info().width()).isEqualTo(8000);
    DecodeContext tooLittle = context(Limits.defaults().withMaxDecodeBytes(1001 * 101 - 1));
    assertThatThrownBy(() -> DecodedPng.of(file, tooLittle))
        .isInstanceOfSatisfying(
            ThumbnailException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_MEMORY));
  }

  private static DecodeContext context(Limits limits) {
    return new DecodeContext(limits, ImageSelection.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({"3, 0", "0, 0", "16, 3", "4, 2", "2, 6", "1, 4", "8, 1", "8, 5", "8, 7", "32, 0"})
  void depthsAndColourTypesMustGoTogether(int bits, int colourType) {
    expect(ErrorCode.DATA_MALFORMED, new PngFixture(1, 1, bits, colourType).write(new byte[9]));
  }

  @Test
  void unknownMethodsAreMalformed() {
    expect(ErrorCode.DATA_MALFORMED, small().interlace(2).write(PngFixture.deflate(smallPixels())));
  }

  @Test
  void anyCutGivesTypedErrorOrWholePicture() throws IOException {
    byte[] plain = PngFixture.deflate(smallPixels());
    byte[] file =
        PngFixture.join(
            small().chunk("tEXt", new byte[40]).chunk("tRNS", 0, 1, 0, 2, 0, 3).head(),
            PngFixture.chunkBytes("IDAT", Arrays.copyOf(plain, 9)),
            PngFixture.chunkBytes("IDAT", Arrays.copyOfRange(plain, 9, plain.length)),
            END);
    int[][] whole = DecodedPng.of(file).samples();
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      try {
        assertThat(DecodedPng.of(cut).samples()).isEqualTo(whole);
        assertThat(length).isGreaterThan(file.length - 24); // only checksums and IEND are missing
      } catch (ThumbnailException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.DATA_TRUNCATED);
      }
    }
  }

  @Test
  void anyFlippedByteGivesTypedErrorOrPicture() throws IOException {
    byte[] file = small().chunk("tRNS", 0, 1, 0, 2, 0, 3).write(HostilePngTest::level);
    Random random = new Random(5);
    int pictures = 0;
    for (int i = 0; i < 20 * file.length; i++) {
      byte[] broken = file.clone();
      broken[i % file.length] ^= (byte) (1 + random.nextInt(255));
      try {
        DecodedPng.of(broken);
        pictures++;
      } catch (ThumbnailException e) {
        assertThat(e.code())
            .isIn(ErrorCode.DATA_MALFORMED, ErrorCode.DATA_TRUNCATED, ErrorCode.LIMIT_DIMENSIONS);
      }
    }
    assertThat(pictures).isPositive(); // flips in checksums and ancillary chunks
  }

  @Test
  void chunksOutOfOrderAreMalformed() {
    byte[] pixels = PngFixture.chunkBytes("IDAT", PngFixture.deflate(smallPixels()));
    byte[] palette = PngFixture.chunkBytes("PLTE", new byte[3]);
    expect(ErrorCode.DATA_MALFORMED, PngFixture.join(PngFixture.SIGNATURE, pixels, END));
    expect(ErrorCode.DATA_MALFORMED, PngFixture.join(small().head(), END, pixels));
    expect(
        ErrorCode.DATA_MALFORMED,
        PngFixture.join(new PngFixture(1, 1, 8, 3).head(), pixels, palette, END));
    expect(
        ErrorCode.DATA_TRUNCATED,
        PngFixture.join(
            small().head(),
            PngFixture.chunkBytes("IDAT", Arrays.copyOf(PngFixture.deflate(smallPixels()), 20)),
            PngFixture.chunkBytes("tEXt", new byte[3]),
            pixels,
            END));
  }

  @ParameterizedTest
  @ValueSource(strings = {"IHDR", "ABCD", "FDAT"})
  void criticalChunksThatNobodyKnowsAreMalformed(String type) {
    expect(
        ErrorCode.DATA_MALFORMED,
        small().chunk(type, new byte[3]).write(PngFixture.deflate(smallPixels())));
  }

  @Test
  void applesVariantIsUnsupported() {
    expect(
        ErrorCode.FORMAT_UNSUPPORTED,
        PngFixture.join(PngFixture.SIGNATURE, PngFixture.chunkBytes("CgBI", new byte[4]), END));
  }

  @Test
  void dataBehindTheLastRowIsNeverInflated() throws IOException {
    byte[] bomb = PngFixture.deflate(Arrays.copyOf(smallPixels(), 50_000_000));
    DecodedPng decoded =
        DecodedPng.of(small().write(bomb), context(Limits.defaults().withMaxDecodeBytes(5 * 16)));
    assertThat(decoded.samples()[0][6]).isEqualTo(level(1, 1, 0));
  }

  @Test
  void tenThousandsOfTinyChunksAreReadQuickly() {
    byte[] pixels = PngFixture.deflate(smallPixels());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(small().head());
    for (int i = 0; i < 100_000; i++) {
      file.writeBytes(PngFixture.chunkBytes("tEXt", new byte[i % 3]));
    }
    for (byte b : pixels) {
      file.writeBytes(PngFixture.chunkBytes("IDAT", new byte[] {b}));
      for (int i = 0; i < 1000; i++) {
        file.writeBytes(PngFixture.chunkBytes("IDAT", new byte[0]));
      }
    }
    assertTimeout(
        Duration.ofSeconds(5),
        () -> assertThat(DecodedPng.of(file.toByteArray()).samples()[2][0]).isEqualTo(182));
  }

  /** libpng refuses a wrong IHDR or PLTE, drops wrong ancillary chunks; pixels are shown anyway. */
  @Test
  void checksumsDecideByTheChunk() throws IOException {
    byte[] header = small().write(HostilePngTest::level);
    header[8 + 8 + 13] ^= 1;
    expect(ErrorCode.DATA_MALFORMED, header);
    byte[] transparency = new PngFixture(1, 1, 8, 0).chunk("tRNS", 0, 9).write((x, y, s) -> 9);
    transparency[8 + 25 + 8 + 2] ^= 1;
    assertThat(DecodedPng.of(transparency).samples()[0]).containsExactly(9);
    byte[] pixels = new PngFixture(1, 1, 8, 0).write((x, y, s) -> 9);
    pixels[pixels.length - END.length - 1] ^= 1;
    assertThat(DecodedPng.of(pixels).samples()[0]).containsExactly(9);
  }

  @Test
  void brokenPixelDataIsMalformed() {
    expect(ErrorCode.DATA_MALFORMED, small().write(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));
    byte[] rows = smallPixels();
    rows[0] = 5;
    expect(ErrorCode.DATA_MALFORMED, small().write(PngFixture.deflate(rows)));
    byte[] dictionary = {0x78, (byte) 0xBB, 0, 0, 0, 1, 0, 0, 0, 0};
    expect(ErrorCode.DATA_MALFORMED, small().write(dictionary));
    expect(
        ErrorCode.DATA_TRUNCATED,
        small().write(PngFixture.deflate(Arrays.copyOf(smallPixels(), 40))));
  }

  @Test
  void palettesAreChecked() {
    byte[] pixels = PngFixture.deflate(new byte[2]);
    expect(ErrorCode.DATA_MALFORMED, new PngFixture(1, 1, 8, 3).write(pixels));
    for (int length : new int[] {0, 2, 4, 771}) {
      expect(
          ErrorCode.DATA_MALFORMED,
          new PngFixture(1, 1, 8, 3).chunk("PLTE", new byte[length]).write(pixels));
    }
    expect(
        ErrorCode.DATA_MALFORMED,
        new PngFixture(1, 1, 8, 3)
            .chunk("PLTE", new byte[3])
            .chunk("PLTE", new byte[3])
            .write(pixels));
  }
}
