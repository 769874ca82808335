package dev.astrocat.thumbs.cache.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.SourceException;
import dev.astrocat.thumbs.cache.entry.Freshness.Verdict;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FreshnessTest {

  @TempDir Path temporary;

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final Freshness freshness = new Freshness(nanos::get);
  private Path folder;
  private Path file;
  private ImageSource source;

  @BeforeEach
  void makeFile() throws IOException {
    folder = Files.createDirectory(temporary.resolve("disk"));
    file = Files.writeString(folder.resolve("m31.fits"), "one");
    source = ImageSource.of(file);
  }

  @Test
  void aFileIsLookedAt() throws IOException {
    SourceVersion one = source.currentVersion();
    assertThat(verdict(source, one)).isEqualTo(Verdict.CURRENT);
    Files.writeString(file, "another");
    pass(61);
    assertThat(verdict(source, one)).isEqualTo(Verdict.STALE);
    assertThat(verdict(source, source.currentVersion())).isEqualTo(Verdict.CURRENT);
  }

  @Test
  void withinAMinuteItIsNotLookedAtAgain() throws IOException {
    SourceVersion one = source.currentVersion();
    verdict(source, one);
    Files.delete(file);
    pass(59);
    assertThat(verdict(source, one)).isEqualTo(Verdict.CURRENT);
    pass(2);
    assertThatThrownBy(() -> verdict(source, one)).isInstanceOf(SourceException.class);
  }

  @Test
  void whatWasDecodedAMomentAgoIsKnown() throws IOException {
    SourceVersion one = source.currentVersion();
    freshness.saw(source, one);
    Files.delete(file);
    assertThat(verdict(source, one)).isEqualTo(Verdict.CURRENT);
  }

  @Test
  void anEntryThatDiffersFromWhatWasSeenIsComparedAnew() throws IOException {
    verdict(source, source.currentVersion());
    Files.writeString(file, "changed, and rendered by another process");
    assertThat(verdict(source, source.currentVersion())).isEqualTo(Verdict.CURRENT);
  }

  @Test
  void aGivenVersionIsComparedWithoutLooking() throws IOException {
    Files.delete(file);
    ImageSource given = source.withVersion(new SourceVersion("7"));
    assertThat(verdict(given, new SourceVersion("7"))).isEqualTo(Verdict.CURRENT);
    assertThat(verdict(given, new SourceVersion("8"))).isEqualTo(Verdict.STALE);
  }

  @Test
  void aMissingFileInAFolderThatIsThereIsGone() throws IOException {
    SourceVersion one = source.currentVersion();
    Files.delete(file);
    assertThatThrownBy(() -> verdict(source, one))
        .isInstanceOfSatisfying(
            SourceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_NOT_FOUND));
  }

  @Test
  void aMissingFolderMeansThatItsDiskIsNotMounted() throws IOException {
    SourceVersion one = source.currentVersion();
    Files.move(folder, temporary.resolve("unmounted"));
    assertThat(verdict(source, one)).isEqualTo(Verdict.UNVERIFIED);
    Files.move(temporary.resolve("unmounted"), folder);
    pass(61);
    assertThat(verdict(source, one)).isEqualTo(Verdict.CURRENT);
  }

  @Test
  void theBareMountPointOfAnUnmountedDiskIsNotTheFolderThatLostTheFile() throws IOException {
    SourceVersion one = source.currentVersion();
    Files.move(folder, temporary.resolve("unmounted"));
    Files.createDirectory(folder);
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minusSeconds(60)));
    assertThat(verdict(source, one)).isEqualTo(Verdict.UNVERIFIED);
    assertThat(Freshness.isGone(source, Instant.now())).isFalse();
  }

  @Test
  void anOldFileThatWasSeenOnADiskIsNotLostByItsBareMountPoint() throws IOException {
    FileTime daysAgo = FileTime.from(Instant.now().minus(Duration.ofDays(900)));
    Files.setLastModifiedTime(file, daysAgo);
    SourceVersion one = source.currentVersion();
    assertThat(verdict(source, one)).isEqualTo(Verdict.CURRENT);
    Files.move(folder, temporary.resolve("unmounted"));
    Files.createDirectory(folder);
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minusSeconds(60)));
    for (int i = 0; i < 3; i++) {
      pass(61);
      assertThat(verdict(source, one)).isEqualTo(Verdict.UNVERIFIED);
    }
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now().plusSeconds(1)));
    pass(61);
    assertThatThrownBy(() -> verdict(source, one)).isInstanceOf(SourceException.class);
  }

  @Test
  void aFolderInThePlaceOfTheFileIsTold() throws IOException {
    SourceVersion one = source.currentVersion();
    Files.delete(file);
    Files.createDirectory(file);
    assertThatThrownBy(() -> verdict(source, one))
        .isInstanceOfSatisfying(
            SourceException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_A_REGULAR_FILE));
  }

  @Test
  void twoUploadsOfOneNameAreToldApart() {
    ImageSource one = ImageSource.of("upload.fits", new byte[] {1});
    ImageSource two = ImageSource.of("upload.fits", new byte[] {2});
    assertThat(verdict(one, one.currentVersion())).isEqualTo(Verdict.CURRENT);
    assertThat(verdict(two, one.currentVersion())).isEqualTo(Verdict.STALE);
  }

  private Verdict verdict(ImageSource of, SourceVersion made) {
    return freshness.of(of, made, Optional::empty);
  }

  private void pass(int seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }
}
