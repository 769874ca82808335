package dev.astrocat.thumbs.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DecodeContextTest {

  private static final Limits LIMITS =
      Limits.defaults().withMaxPixels(1_000_000).withMaxDecodeBytes(1000);

  @ParameterizedTest
  @CsvSource({
    "1000, 1000, ",
    "1001, 1000, LIMIT_DIMENSIONS",
    "1048561, 1, LIMIT_DIMENSIONS",
    "9223372036854775807, 9223372036854775807, LIMIT_DIMENSIONS",
    "4294967296, 4294967296, LIMIT_DIMENSIONS",
    "0, 5, DATA_MALFORMED",
    "5, -1, DATA_MALFORMED"
  })
  void sizesAreCheckedWithoutOverflow(long width, long height, ErrorCode code) {
    ThrowingCallable check = () -> context(LIMITS).checkDimensions(width, height);
    if (code == null) {
      assertThatCode(check).doesNotThrowAnyException();
    } else {
      assertFails(check, code);
    }
  }

  @Test
  void allBookingsTogetherStayInTheLimit() {
    DecodeContext context = context(LIMITS);
    assertThat(context.bytes(600)).hasSize(600);
    assertThat((short[]) context.allocate(SampleType.U16, 200)).hasSize(200);
    assertFails(() -> context.reserve(1), ErrorCode.LIMIT_MEMORY);
  }

  @ParameterizedTest
  @ValueSource(
      longs = {-1, 126, Integer.MAX_VALUE, Long.MAX_VALUE, 1L << 61, -(1L << 61), Long.MIN_VALUE})
  void impossibleNumbersOfSamplesAreALimit(long samples) {
    assertFails(() -> context(LIMITS).allocate(SampleType.F64, samples), ErrorCode.LIMIT_MEMORY);
  }

  @Test
  void bookingsThatOverflowTogetherAreALimit() {
    DecodeContext context = context(LIMITS.withMaxDecodeBytes(Long.MAX_VALUE));
    context.reserve(Long.MAX_VALUE - 1);
    assertFails(() -> context.reserve(Long.MAX_VALUE - 1), ErrorCode.LIMIT_MEMORY);
    assertFails(() -> context.reserve(5), ErrorCode.LIMIT_MEMORY);
  }

  @Test
  void aDeadlineInAllEternityIsNone() {
    Limits patient = LIMITS.withMaxDecodeTime(Duration.ofSeconds(Long.MAX_VALUE));
    assertThatCode(() -> context(patient).checkpoint()).doesNotThrowAnyException();
  }

  @Test
  void limitsThatNothingCanKeepAreRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> LIMITS.withMaxDecodeTime(Duration.ofNanos(-1)));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> LIMITS.withMaxPixels(-1));
  }

  private static DecodeContext context(Limits limits) {
    return new DecodeContext(limits, ImageSelection.DEFAULT);
  }

  private static void assertFails(ThrowingCallable call, ErrorCode code) {
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }
}
