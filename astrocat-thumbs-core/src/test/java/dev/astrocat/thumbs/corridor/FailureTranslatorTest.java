package dev.astrocat.thumbs.corridor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.corridor.FailureTranslator.Room;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FailureTranslatorTest {

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureBecomesOneWithACode(Room room, Throwable failure, ErrorCode code) {
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> FailureTranslator.translating(room, "m31.fits", () -> fail(failure)))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code))
        .satisfies(
            e -> assertThat(e.getMessage()).doesNotContain("/data/secret").doesNotContain("\n"));
  }

  static Object[][] failures() {
    IOException path = new NoSuchFileException("/data/secret/m31.fits", null, "gone");
    return new Object[][] {
      {Room.DECODE, new EOFException("at byte 7"), ErrorCode.DATA_TRUNCATED},
      {Room.DECODE, new UncheckedIOException(new EOFException()), ErrorCode.DATA_TRUNCATED},
      {Room.DECODE, new IOException("bad sector"), ErrorCode.SOURCE_UNREADABLE},
      {Room.DECODE, path, ErrorCode.SOURCE_UNREADABLE},
      {Room.DECODE, new ClosedByInterruptException(), ErrorCode.CANCELLED},
      {Room.DECODE, new OutOfMemoryError(), ErrorCode.OUT_OF_MEMORY},
      {Room.DECODE, new StackOverflowError(), ErrorCode.DATA_MALFORMED},
      {Room.DECODE, new FileNotFoundException("/data/secret (gone)"), ErrorCode.SOURCE_UNREADABLE},
      {Room.DECODE, new NoClassDefFoundError("a/B"), ErrorCode.FORMAT_UNSUPPORTED},
      {Room.ENCODE, new UnsatisfiedLinkError("/data/secret.so"), ErrorCode.OUTPUT_UNSUPPORTED},
      {Room.SOURCE, new IllegalStateException("lost"), ErrorCode.SOURCE_UNREADABLE},
      {Room.SOURCE, new EOFException("lost"), ErrorCode.SOURCE_UNREADABLE},
      {Room.DECODE, new IllegalStateException("/data/secret"), ErrorCode.DATA_MALFORMED},
      {Room.DECODE, new NegativeArraySizeException("-1"), ErrorCode.DATA_MALFORMED},
      {Room.STRETCH, new ArithmeticException(), ErrorCode.STRETCH_FAILED},
      {Room.STRETCH, new UncheckedIOException(new EOFException()), ErrorCode.DATA_TRUNCATED},
      {Room.ENCODE, new IllegalArgumentException(), ErrorCode.ENCODE_FAILED},
      {Room.ENCODE, new IOException("disk"), ErrorCode.ENCODE_FAILED},
      {Room.DECODE, DecodeException.noImage("only tables"), ErrorCode.NO_IMAGE},
      {Room.ENCODE, new LimitException(ErrorCode.LIMIT_TIME, "late"), ErrorCode.LIMIT_TIME},
    };
  }

  @Test
  void whateverAReadSaysOfAnInterruptItIsACancellation() {
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(ThumbnailException.class)
          .isThrownBy(
              () ->
                  FailureTranslator.translating(
                      Room.DECODE, "a", () -> fail(new AsynchronousCloseException())))
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
    } finally {
      assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
    }
  }

  @Test
  void aMessageIsOneLineWhateverAFileIsCalled() {
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(
            () ->
                FailureTranslator.translating(
                    Room.DECODE, "a\r\nb\u2028.fits", () -> fail(new IOException("x"))))
        .withMessage("cannot read a b .fits: x");
  }

  @Test
  void theCauseIsKept() {
    RuntimeException cause = new RuntimeException("why");
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> FailureTranslator.translating(Room.DECODE, "a", () -> fail(cause)))
        .withCause(cause);
  }

  private static int fail(Throwable failure) throws IOException {
    if (failure instanceof IOException io) {
      throw io;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }
}
