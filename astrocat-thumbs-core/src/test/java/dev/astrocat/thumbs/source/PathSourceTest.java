package dev.astrocat.thumbs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
final class PathSourceTest {

  @TempDir private Path folder;

  @Test
  void readsFromAnyPosition() throws IOException {
    Path file = Files.write(folder.resolve("a.bin"), new byte[] {1, 2, 3, 4, 5});
    try (SourceBytes bytes = ImageSource.of(file).open(Limits.defaults())) {
      ByteBuffer target = ByteBuffer.allocate(2);
      bytes.readFully(target, 3);
      assertThat(target.array()).containsExactly(4, 5);
      assertThat(bytes.size()).isEqualTo(5);
      assertThat(bytes.read(ByteBuffer.allocate(1), 5)).isEqualTo(-1);
      assertThatExceptionOfType(EOFException.class)
          .isThrownBy(() -> bytes.readFully(ByteBuffer.allocate(3), 3));
    }
  }

  @Test
  void whatIsNotAFileIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("a.fits"), new byte[1]);
    assertRefused(folder.resolve("none.fits"), ErrorCode.SOURCE_NOT_FOUND);
    assertRefused(file.resolve("below.fits"), ErrorCode.SOURCE_NOT_FOUND);
    assertRefused(folder, ErrorCode.NOT_A_REGULAR_FILE);
    assertRefused(Path.of("/"), ErrorCode.NOT_A_REGULAR_FILE);
  }

  @Test
  void devicesAreRefused() {
    Path zero = Path.of("/dev/zero");
    assumeTrue(Files.exists(zero), "there are no device files here");
    assertRefused(zero, ErrorCode.NOT_A_REGULAR_FILE);
  }

  @Test
  void aPipeIsRefusedWithoutWaitingForAWriter() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe.fits");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "there is no mkfifo here");
    assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertRefused(pipe, ErrorCode.NOT_A_REGULAR_FILE);
  }

  @Test
  void linksAreFollowed() throws IOException {
    Path file = Files.write(folder.resolve("a.fits"), new byte[7]);
    Path link = Files.createSymbolicLink(folder.resolve("b.fits"), file);
    try (SourceBytes bytes = ImageSource.of(link).open(Limits.defaults())) {
      assertThat(bytes.size()).isEqualTo(7);
      assertThat(bytes.name()).isEqualTo("b.fits");
    }
    Path dangling = Files.createSymbolicLink(folder.resolve("c.fits"), folder.resolve("no"));
    assertRefused(dangling, ErrorCode.SOURCE_NOT_FOUND);
    Path circle = folder.resolve("d.fits");
    Files.createSymbolicLink(circle, circle);
    assertRefused(circle, ErrorCode.SOURCE_UNREADABLE);
  }

  @Test
  void filesAboveTheLimitAreRefused() throws IOException {
    Path file = Files.write(folder.resolve("a.fits"), new byte[101]);
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> ImageSource.of(file).open(Limits.defaults().withMaxSourceBytes(100)))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_DIMENSIONS));
  }

  @Test
  void aFileThatChangesIsNoticed() throws IOException {
    Path file = Files.write(folder.resolve("a.fits"), new byte[10]);
    try (SourceBytes bytes = ImageSource.of(file).open(Limits.defaults())) {
      bytes.verifyUnchanged();
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
      assertThatExceptionOfType(ThumbnailException.class)
          .isThrownBy(bytes::verifyUnchanged)
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_CHANGED));
    }
  }

  @Test
  void aFileThatShrinksEndsEarly() throws IOException {
    Path file = Files.write(folder.resolve("a.fits"), new byte[10_000]);
    try (SourceBytes bytes = ImageSource.of(file).open(Limits.defaults())) {
      Files.write(file, new byte[10]);
      assertThatExceptionOfType(EOFException.class)
          .isThrownBy(() -> bytes.readFully(ByteBuffer.allocate(100), 5000));
    }
  }

  @Test
  void identityIsTheAbsoluteNormalisedPath() {
    Path file = folder.resolve("x").resolve("..").resolve("a.fits");
    assertThat(ImageSource.of(file).identity()).isEqualTo(folder.resolve("a.fits").toString());
    assertThat(ImageSource.of(file).name()).isEqualTo("a.fits");
  }

  @Test
  void theHostsVersionCountsButChangesAreStillNoticed() throws IOException {
    Path file = Files.write(folder.resolve("a.fits"), new byte[10]);
    ImageSource source = ImageSource.of(file).withVersion(new SourceVersion("row 7"));
    assertThat(source.givenVersion()).contains(new SourceVersion("row 7"));
    try (SourceBytes bytes = source.open(Limits.defaults())) {
      assertThat(bytes.version()).isEqualTo(new SourceVersion("row 7"));
      bytes.verifyUnchanged();
    }
  }

  private static void assertRefused(Path file, ErrorCode code) {
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> ImageSource.of(file).open(Limits.defaults()).close())
        .satisfies(e -> assertThat(e.code()).isEqualTo(code))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(file.toString() + "/"));
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> ImageSource.of(file).currentVersion())
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }
}
