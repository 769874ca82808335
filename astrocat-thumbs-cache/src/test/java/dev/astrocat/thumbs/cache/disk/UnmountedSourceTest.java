package dev.astrocat.thumbs.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.Thumbnail.Origin;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.cache.entry.ThumbnailShelf;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.testing.TestThumbnails;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images on a disk that is taken away: all are answered, none is gone. */
final class UnmountedSourceTest {

  private static final int IMAGES = 1_000;

  private final Thumbnail rendered = TestThumbnails.rendered(OutputFormat.JPEG, 64, 48);
  private final List<Path> images = new ArrayList<>();

  @TempDir Path disk;
  @TempDir Path cache;

  private ThumbnailShelf shelf;

  @BeforeEach
  void mountPointsAreOlderThanWhatIsMounted() throws IOException {
    Files.setLastModifiedTime(disk, daysAgo(3));
    shelf = shelf();
  }

  @Test
  void aRealDiskThatIsUnmountedHidesNothing() throws Exception {
    try (SmallDisk mounted = SmallDisk.on(disk)) {
      store();
      mounted.unmount();
      assertThat(disk).isEmptyDirectory();
      assertAllAreAnsweredUnverified();
    }
  }

  @Test
  void aFolderThatIsMovedAwayHidesNothing() throws IOException {
    store();
    Path away = disk.resolveSibling(disk.getFileName() + "-unmounted");
    Files.move(disk, away);
    assertAllAreAnsweredUnverified();
    Files.createDirectory(disk);
    Files.setLastModifiedTime(disk, daysAgo(3));
    assertAllAreAnsweredUnverified();
    Files.delete(disk);
    Files.move(away, disk);
    assertAllAreVerified();
  }

  private void store() throws IOException {
    for (int i = 0; i < IMAGES; i++) {
      Path folder = i % 2 == 0 ? disk : Files.createDirectories(disk.resolve("night" + i % 10));
      Path file = Files.write(folder.resolve(i + ".fits"), new byte[1]);
      Files.setLastModifiedTime(file, daysAgo(900)); // older than the mount point
      images.add(file);
      shelf.store(
          shelf.generation(), request(file), ImageSource.of(file).currentVersion(), rendered);
    }
    assertAllAreVerified();
    for (File entry : cache.toFile().listFiles()) {
      Files.setLastModifiedTime(entry.toPath(), daysAgo(2));
    }
  }

  /** Soon: on a machine that is short of time a look may come too late. */
  private void assertAllAreVerified() {
    int tries = 0;
    while (origins(shelf()).contains(Origin.CACHED_UNVERIFIED)) {
      assertThat(++tries).isLessThan(10);
    }
  }

  private void assertAllAreAnsweredUnverified() {
    assertThat(origins(shelf())).hasSize(IMAGES).containsOnly(Origin.CACHED_UNVERIFIED);
    assertThat(shelf.statistics().count()).isEqualTo(IMAGES);
    assertThat(shelf.orphans(images.stream().map(ImageSource::of).iterator()).count()).isZero();
  }

  private List<Origin> origins(ThumbnailShelf newProcess) {
    return images.stream()
        .map(file -> newProcess.find(request(file)).orElseThrow().origin())
        .toList();
  }

  private ThumbnailShelf shelf() {
    return new ThumbnailShelf(DiskThumbnailCache.at(cache), TestThumbnails.ENCODERS);
  }

  private static ThumbnailRequest request(Path file) {
    return ThumbnailRequest.of(file).look(Look.ASTROCAT);
  }

  private static FileTime daysAgo(int days) {
    return FileTime.from(Instant.now().minus(Duration.ofDays(days)));
  }
}
