package dev.astrocat.thumbs.formats.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.formats.imageio.Decoded;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that lie, loop, or end early. */
class TiffHostileTest {

  private static byte[] file() {
    return new TiffFixture(20, 10).strips(3).file(new long[200]);
  }

  private static void assertFails(byte[] file, ErrorCode code) {
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> Decoded.of(new TiffDecoder(), file))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource({
    "256, 0, DATA_MALFORMED",
    "256, 2000000000, LIMIT_DIMENSIONS",
    "257, -1, LIMIT_DIMENSIONS",
    "257, 1000000, DATA_MALFORMED", // more rows than strips
    "258, 65, FORMAT_UNSUPPORTED",
    "258, 0, FORMAT_UNSUPPORTED",
    "259, 34925, FORMAT_UNSUPPORTED",
    "259, 50000, FORMAT_UNSUPPORTED",
    "259, 50001, FORMAT_UNSUPPORTED",
    "259, 34712, FORMAT_UNSUPPORTED",
    "259, 12345, FORMAT_UNSUPPORTED",
    "262, 4, NO_IMAGE",
    "262, 32803, FORMAT_UNSUPPORTED",
    "262, 3, DATA_MALFORMED", // a palette without a ColorMap
    "262, 5, DATA_MALFORMED", // inks of one sample
    "277, 65535, DATA_MALFORMED"
  })
  void liesAreToldFromEachOther(int tag, int value, ErrorCode code) {
    byte[] file = file();
    TiffDirectoryPatch.set(file, tag, value);
    assertFails(file, code);
  }

  @Test
  void zeroRowsPerStripMeanOneStrip() throws IOException {
    byte[] file = new TiffFixture(20, 10).file(new long[200]);
    TiffDirectoryPatch.set(file, Tag.ROWS_PER_STRIP, 0);
    assertThat(Decoded.of(new TiffDecoder(), file).info().height()).isEqualTo(10);
  }

  @Test
  void tileOfNoSizeIsMalformed() {
    byte[] file = new TiffFixture(20, 10).tiles(16, 16).file(new long[200]);
    TiffDirectoryPatch.set(file, Tag.TILE_WIDTH, 0);
    assertFails(file, ErrorCode.DATA_MALFORMED);
  }

  @Test
  void countOfSixHundredMillionTakesNoMemory() {
    byte[] file = file();
    TiffDirectoryPatch.count(file, Tag.STRIP_OFFSETS, 600_000_000);
    TiffDirectoryPatch.set(file, Tag.IMAGE_LENGTH, 1_000_000);
    TiffDirectoryPatch.set(file, Tag.ROWS_PER_STRIP, 1);
    assertFails(file, ErrorCode.DATA_TRUNCATED);
  }

  @Test
  void bigTiffCountOf64BitsIsTruncatedWhateverItsSign() throws IOException {
    byte[] file = new TiffFixture(20, 10).big().tag(Tag.SUB_IFDS, 16, 1, 2).file(new long[200]);
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int subIfds = TiffDirectoryPatch.bigEntry(file, Tag.SUB_IFDS);
    int strips = TiffDirectoryPatch.bigEntry(file, Tag.STRIP_OFFSETS);
    for (long count : new long[] {Long.MAX_VALUE, -1, Long.MIN_VALUE + 3}) {
      bytes.putLong(subIfds + 4, count);
      assertThat(Decoded.probe(new TiffDecoder(), "a.tif", file)).isEqualTo(Match.BY_CONTENT);
    }
    bytes.putLong(strips + 4, -1);
    bytes.putLong(strips + 12, file.length);
    assertFails(file, ErrorCode.DATA_TRUNCATED);
  }

  /** Each tile inflates to 16 MB, and an image of one row can have thousands of them. */
  @Test
  void timeIsWatchedWithinOneRowOfTiles() {
    byte[] file = new TiffFixture(20, 10).tiles(16, 16).compression(8, 1).file(new long[200]);
    DecodeContext late =
        new DecodeContext(
            Limits.defaults().withMaxDecodeTime(Duration.ofNanos(1)), ImageSelection.DEFAULT);
    assertThatExceptionOfType(LimitException.class)
        .isThrownBy(() -> oneTile(file, late))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_TIME));
  }

  private static void oneTile(byte[] file, DecodeContext context) throws IOException {
    try (SourceBytes source = ImageSource.of("tiles", file).open(context.limits())) {
      TiffFile tiff = TiffFile.open(TiffBytes.of(source));
      Page page = Page.select(tiff, context.selection());
      TiffImage image = TiffImage.of(page.directory(), tiff.order(), source.size(), context);
      new ChunkReader(source, image, context).decoded(0, 0, 16);
    }
  }

  @Test
  void stripBehindTheEndIsTruncated() {
    byte[] file = new TiffFixture(20, 10).file(new long[200]);
    TiffDirectoryPatch.set(file, Tag.STRIP_OFFSETS, file.length - 10);
    assertFails(file, ErrorCode.DATA_TRUNCATED);
    TiffDirectoryPatch.set(file, Tag.STRIP_OFFSETS, file.length + 10);
    assertFails(file, ErrorCode.DATA_TRUNCATED);
  }

  @Test
  void compressedPictureLargerThanMemoryIsRefusedBeforeItIsRead() {
    byte[] file = new TiffFixture(20, 10).bits(64).compression(8, 1).file(new long[200]);
    TiffDirectoryPatch.set(file, Tag.IMAGE_WIDTH, 15_000);
    TiffDirectoryPatch.set(file, Tag.IMAGE_LENGTH, 15_000);
    TiffDirectoryPatch.set(file, Tag.ROWS_PER_STRIP, 15_000);
    assertFails(file, ErrorCode.LIMIT_MEMORY);
  }

  @Test
  void chainThatLoopsEndsAfterItsPages() throws IOException {
    byte[] file = file();
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(TiffDirectoryPatch.next(file), bytes.getInt(4));
    assertThat(Decoded.of(new TiffDecoder(), file).info().width()).isEqualTo(20);
  }

  @Test
  void directoryOutsideTheFileIsTruncated() {
    byte[] file = file();
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 0x7FFFFFF0);
    assertFails(file, ErrorCode.DATA_TRUNCATED);
  }

  @Test
  void everyCutGivesATypedError() {
    byte[] file = new TiffFixture(20, 10).strips(3).compression(5, 2).file(new long[200]);
    for (int length = 0; length < file.length; length += 3) {
      assertOnlyTyped(Arrays.copyOf(file, length));
    }
  }

  @Test
  void mutationsGivePicturesOrTypedErrors() {
    Random random = new Random(4);
    byte[][] files = {
      file(),
      new TiffFixture(20, 10).tiles(16, 16).compression(5, 2).file(new long[200]),
      new TiffFixture(20, 10).bits(16).big().compression(8, 1).file(new long[200]),
      new TiffFixture(20, 10).samples(3).planar().compression(32773, 1).file(new long[600])
    };
    for (int i = 0; i < 4000; i++) {
      byte[] file = files[i % files.length].clone();
      for (int k = 0; k <= random.nextInt(4); k++) {
        file[random.nextInt(file.length)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
      }
      assertOnlyTyped(file);
    }
  }

  private static void assertOnlyTyped(byte[] file) {
    try {
      Decoded.of(new TiffDecoder(), file);
    } catch (ThumbnailException | EOFException e) {
      assertThat(e.getMessage()).isNotEmpty();
    } catch (IOException e) {
      throw new AssertionError("memory does not fail to be read", e);
    }
  }
}
