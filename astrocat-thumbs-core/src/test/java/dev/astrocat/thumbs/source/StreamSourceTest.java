package dev.astrocat.thumbs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class StreamSourceTest {

  private static final SourceVersion ETAG = new SourceVersion("etag");

  @Test
  void aStreamIsReadOnceAndThenByPosition() throws IOException {
    byte[] content = new byte[200_000];
    Arrays.setAll(new int[content.length], i -> content[i] = (byte) (i / 7));
    AtomicInteger opened = new AtomicInteger();
    ImageSource source =
        ImageSource.stream(
            "s3://bucket/m31.fits",
            ETAG,
            () -> {
              opened.incrementAndGet();
              return new ByteArrayInputStream(content);
            });
    assertThat(source.name()).isEqualTo("m31.fits");
    assertThat(source.currentVersion()).isEqualTo(ETAG);
    assertThat(opened).hasValue(0);
    try (SourceBytes bytes = source.open(Limits.defaults())) {
      ByteBuffer all = ByteBuffer.allocate(content.length);
      bytes.readFully(all, 0);
      assertThat(all.array()).isEqualTo(content);
      assertThat(bytes.size()).isEqualTo(content.length);
      assertThat(bytes.version()).isEqualTo(ETAG);
    }
    assertThat(opened).hasValue(1);
  }

  @Test
  void aStreamWithoutEndStopsAtTheLimit() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] target, int from, int count) {
            return count;
          }
        };
    assertFails(() -> endless, ErrorCode.LIMIT_DIMENSIONS);
  }

  @Test
  void aFailingStreamIsASourceThatCannotBeRead() {
    assertFails(
        () -> {
          throw new IOException("no route to host");
        },
        ErrorCode.SOURCE_UNREADABLE);
  }

  @Test
  void theMessageHoldsNoPathOfTheHosts() {
    ImageSource source =
        ImageSource.stream(
            "m31.fits",
            ETAG,
            () -> {
              throw new NoSuchFileException("/data/secret/m31.fits");
            });
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> source.open(Limits.defaults()))
        .withMessage("there is no object m31.fits; check its name")
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_NOT_FOUND));
  }

  @Test
  void anInterruptedFetchIsCancelled() {
    Thread.currentThread().interrupt();
    try {
      assertFails(() -> new ByteArrayInputStream(new byte[9]), ErrorCode.CANCELLED);
    } finally {
      assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
    }
  }

  @Test
  void sourcesNeedNames() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> ImageSource.of("", new byte[1]));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> ImageSource.stream("", ETAG, InputStream::nullInputStream));
  }

  @Test
  void bytesInMemoryHaveTheVersionOfTheirDigest() throws IOException {
    ImageSource source = ImageSource.of("shots/a.fits", new byte[] {1, 2, 3});
    // python3: hashlib.sha256(bytes([1, 2, 3])).hexdigest()
    assertThat(source.currentVersion().text())
        .isEqualTo("sha256-039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
    assertThat(source.name()).isEqualTo("a.fits");
    assertThat(source.isPlaceReachable()).isTrue();
    try (SourceBytes bytes = source.open(Limits.defaults())) {
      ByteBuffer target = ByteBuffer.allocate(5);
      assertThat(bytes.read(target, 1)).isEqualTo(2);
      assertThat(bytes.read(target, 3)).isEqualTo(-1);
      assertThat(bytes.read(target, Long.MAX_VALUE)).isEqualTo(-1);
    }
  }

  private static void assertFails(ImageSource.Opener opener, ErrorCode code) {
    ImageSource source = ImageSource.stream("s3://bucket/m31.fits", ETAG, opener);
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> source.open(Limits.defaults().withMaxSourceBytes(1 << 20)).close())
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }
}
