package dev.astrocat.thumbs.formats.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.testing.FitsFixture;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileHeaderTest {

  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  @ParameterizedTest
  @CsvSource({
    "NAXIS, -1, DATA_MALFORMED",
    "NAXIS, 2147483647, DATA_MALFORMED",
    "NAXIS, 1000, DATA_MALFORMED",
    "NAXIS, 3, DATA_MALFORMED",
    "NAXIS, '', DATA_MALFORMED",
    "NAXIS1, -5, DATA_MALFORMED",
    "NAXIS1, 2147483647, LIMIT_DIMENSIONS",
    "NAXIS1, 99999999999, LIMIT_DIMENSIONS",
    "NAXIS1, 9223372036854775807, DATA_MALFORMED",
    "NAXIS1, 99999999999999999999, DATA_MALFORMED",
    "NAXIS1, four, DATA_MALFORMED",
    "NAXIS1, 50000, DATA_TRUNCATED",
    "NAXIS1, 0, NO_IMAGE",
    "BITPIX, 7, DATA_MALFORMED",
    "BITPIX, 2147483647, DATA_MALFORMED",
    "BITPIX, -64, DATA_TRUNCATED",
    "PCOUNT, -1, DATA_MALFORMED",
    "PCOUNT, 9223372036854775807, DATA_MALFORMED",
    "GCOUNT, 1152921504606846977, DATA_MALFORMED",
    "GCOUNT, 1000000, DATA_TRUNCATED"
  })
  void liesGiveTheirCode(String keyword, String value, ErrorCode code) {
    byte[] file = FitsFixture.image(16, 100, 100).card(keyword, value).bytes();

    assertTimeout(AT_ONCE, () -> assertFails(file, code));
  }

  @Test
  void hugePlaneIsRefusedBeforeItsMissingDataIsLookedFor() {
    byte[] file =
        FitsFixture.image(-64, 4, 4).card("NAXIS1", "100000").card("NAXIS2", "100000").bytes();

    assertFails(file, ErrorCode.LIMIT_DIMENSIONS);
  }

  @Test
  void requiredCardsAreRequired() {
    for (String keyword : new String[] {"BITPIX", "NAXIS", "NAXIS1", "NAXIS2"}) {
      assertFails(FitsFixture.image(16, 9, 9).without(keyword).bytes(), ErrorCode.DATA_MALFORMED);
    }
  }

  @Test
  void endlessHeaderIsCutShort() {
    byte[] file = new byte[4 << 20];
    Arrays.fill(file, (byte) ' ');
    byte[] start = FitsFixture.image(16, 9, 9).bytes();
    System.arraycopy(start, 0, file, 0, 400);

    assertTimeout(AT_ONCE, () -> assertFails(file, ErrorCode.DATA_MALFORMED));
    assertFails(Arrays.copyOf(file, 28_800), ErrorCode.DATA_TRUNCATED);
  }

  @Test
  void headerOfThirtySixThousandCardsIsStillRead() throws IOException {
    FitsFixture image = FitsFixture.image(16, 3, 2);
    for (int i = 6; i < HeaderReader.MAX_CARDS; i++) {
      image.line("COMMENT " + i);
    }
    byte[] file = image.bytes();

    assertThat(Opened.of(file).info().width()).isEqualTo(3);
    assertFails(image.line("COMMENT one more").bytes(), ErrorCode.DATA_MALFORMED);
  }

  @Test
  void hundredThousandHdusAreNotWalked() {
    FitsFixture[] hdus =
        IntStream.range(0, 1_100).mapToObj(i -> FitsFixture.empty()).toArray(FitsFixture[]::new);

    assertTimeout(AT_ONCE, () -> assertFails(FitsFixture.file(hdus), ErrorCode.DATA_MALFORMED));
  }

  @Test
  void longStringChainStaysSmall() throws IOException {
    FitsFixture image = FitsFixture.image(16, 3, 2).keyword("OBJECT", "x".repeat(60) + "&");
    for (int i = 0; i < 30_000; i++) {
      image.line("CONTINUE  '" + "y".repeat(66) + "&'");
    }

    assertTimeout(AT_ONCE, () -> Opened.of(image.bytes()));
  }

  @Test
  void filesThatAreNotFitsSaySo() {
    assertFails(new byte[0], ErrorCode.DATA_TRUNCATED);
    assertFails("SIMP".getBytes(StandardCharsets.US_ASCII), ErrorCode.DATA_TRUNCATED);
    assertFails(new byte[1], ErrorCode.DATA_MALFORMED);
    assertFails(new byte[5_000], ErrorCode.DATA_MALFORMED);
    assertFails("<html><body>404".getBytes(StandardCharsets.US_ASCII), ErrorCode.DATA_MALFORMED);
  }

  @Test
  void truncationAnywhereIsATypedFailure() throws IOException {
    byte[] file =
        FitsFixture.file(
            FitsFixture.empty().keyword("OBJECT", "M 31"),
            FitsFixture.image(16, 40, 40).named("SCI").stored(i -> i));
    for (int length = 0; length < 2 * 2880 + 3200; length += 37) {
      assertTruncated(Arrays.copyOf(file, length), length);
    }
    assertThat(Opened.of(Arrays.copyOf(file, 2 * 2880 + 3200)).info().width()).isEqualTo(40);
  }

  private static void assertTruncated(byte[] part, int length) throws IOException {
    try {
      Opened.of(part);
      fail("a file cut at byte " + length + " gave a picture");
    } catch (ThumbnailException e) {
      // Cut inside or before the keyword XTENSION, it is a whole file with an empty primary HDU.
      boolean sound = length >= 2880 && length < 2880 + 8;
      assertThat(e.code()).isEqualTo(sound ? ErrorCode.NO_IMAGE : ErrorCode.DATA_TRUNCATED);
    } catch (EOFException e) {
      assertThat(e).hasMessageContaining("end");
    }
  }

  private static void assertFails(byte[] file, ErrorCode code) {
    assertThatThrownBy(() -> Opened.of(file))
        .isInstanceOfSatisfying(
            ThumbnailException.class, e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
  }
}
