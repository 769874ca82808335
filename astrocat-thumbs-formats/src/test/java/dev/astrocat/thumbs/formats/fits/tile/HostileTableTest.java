package dev.astrocat.thumbs.formats.fits.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.formats.fits.Opened;
import dev.astrocat.thumbs.testing.FitsFixture;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileTableTest {

  private static final String ROW = "000098052bbcb910633425c384";

  @ParameterizedTest
  @CsvSource({
    "ZNAXIS1, 2000000000, LIMIT_DIMENSIONS",
    "ZNAXIS1, -8, DATA_MALFORMED",
    "ZNAXIS2, 5, DATA_MALFORMED",
    "ZNAXIS, 1, NO_IMAGE",
    "ZNAXIS, 1000, DATA_MALFORMED",
    "ZTILE1, 0, DATA_MALFORMED",
    "ZTILE1, 1, DATA_MALFORMED",
    "ZBITPIX, 12, DATA_MALFORMED",
    "ZCMPTYPE, 5, FORMAT_UNSUPPORTED",
    "NAXIS1, 31, DATA_MALFORMED",
    "NAXIS2, 3, DATA_MALFORMED",
    "THEAP, -1, DATA_MALFORMED",
    "THEAP, 100000, DATA_MALFORMED",
    "TFIELDS, 0, DATA_MALFORMED",
    "TFIELDS, 5, DATA_MALFORMED",
    "TFORM1, '''1Z''', DATA_MALFORMED",
    "TFORM1, '''999999999D''', DATA_MALFORMED",
    "TTYPE1, '''SOMETHING''', DATA_MALFORMED",
    "ZVAL1, 0, DATA_MALFORMED",
    "ZVAL2, 3, DATA_MALFORMED"
  })
  void liesGiveTheirCode(String keyword, String value, ErrorCode code) {
    assertFails(TileFixture.file(table().card(keyword, value)), code);
  }

  @ParameterizedTest
  @CsvSource({"-5, 0", "13, -1", "13, 2147483647", "2147483647, 0", "13, 60", "600, 0"})
  void descriptorsStayInsideTheHeap(int elements, int position) {
    TileFixture tiles = TileFixture.of("RICE_1", 16, 8, 2).tile(ROW).descriptor(elements, position);

    assertFails(tiles.file(), ErrorCode.DATA_MALFORMED);
  }

  @Test
  void tileWithoutDataIsMalformed() {
    assertFails(
        TileFixture.of("RICE_1", 16, 8, 1).descriptor(0, 0).file(), ErrorCode.DATA_MALFORMED);
  }

  @Test
  void tileThatEndsEarlyIsTruncated() {
    assertFails(
        TileFixture.of("RICE_1", 16, 8, 1).tile(ROW.substring(0, 12)).hdu(),
        ErrorCode.DATA_TRUNCATED);
  }

  @Test
  void tileThatInflatesTooFarIsMalformed() {
    byte[] bomb = FitsFixture.gzip(new byte[1 << 20]);

    assertFails(
        TileFixture.of("GZIP_1", 16, 8, 1).tile(bomb, 1, 0).hdu(), ErrorCode.DATA_MALFORMED);
  }

  @Test
  void memoryIsBookedBeforeItIsTaken() {
    byte[] file = TileFixture.file(table().card("ZTILE2", "4"));
    Limits limits = Limits.defaults().withMaxDecodeBytes(100);

    assertThatThrownBy(() -> Opened.of(file, new DecodeContext(limits, ImageSelection.DEFAULT)))
        .isInstanceOfSatisfying(
            ThumbnailException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_MEMORY));
  }

  @Test
  void slabsThatDoNotFitAreDecodedAgain() throws IOException {
    byte[] file = TileFixture.file(table());
    Limits limits = Limits.defaults().withMaxDecodeBytes(150);

    Opened small = Opened.of(file, new DecodeContext(limits, ImageSelection.DEFAULT));

    assertThat(small.samples()[0]).containsExactly(Opened.of(file).samples()[0]);
  }

  private static FitsFixture table() {
    return TileFixture.of("RICE_1", 16, 8, 4)
        .tile(ROW)
        .tile(ROW)
        .tile(ROW)
        .tile(ROW)
        .hdu()
        .keyword("ZNAME1", "BLOCKSIZE")
        .keyword("ZVAL1", 32)
        .keyword("ZNAME2", "BYTEPIX")
        .keyword("ZVAL2", 2);
  }

  private static void assertFails(FitsFixture hdu, ErrorCode code) {
    assertFails(TileFixture.file(hdu), code);
  }

  private static void assertFails(byte[] file, ErrorCode code) {
    assertThatThrownBy(() -> Opened.of(file))
        .isInstanceOfSatisfying(
            ThumbnailException.class, e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
  }
}
