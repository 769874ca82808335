package dev.astrocat.thumbs.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.Thumbnail.Origin;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.cache.disk.faulty.Faults;
import dev.astrocat.thumbs.cache.entry.ThumbnailShelf;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceVersion;
import dev.astrocat.thumbs.testing.TestThumbnails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images on a disk whose server is stopped, with thumbnails on one that is not. */
final class HangingSourceTest {

  private static final int IMAGES = 1_000;

  private final Faults faults = new Faults();
  private final Thumbnail rendered = TestThumbnails.rendered(OutputFormat.JPEG, 64, 48);

  @TempDir Path images;
  @TempDir Path cache;

  @AfterEach
  void goOn() {
    faults.goOn();
  }

  @Test
  void aThousandHitsAreAnsweredUnverifiedAndNothingIsGone() throws IOException {
    Path disk = faults.on(images);
    ThumbnailShelf before = shelf();
    for (int i = 0; i < IMAGES; i++) {
      stored(before, disk.resolve(i + ".fits"));
    }
    faults.hang();
    ThumbnailShelf shelf = shelf();
    Instant start = Instant.now();
    for (int i = 0; i < IMAGES; i++) {
      assertThat(shelf.find(request(disk.resolve(i + ".fits"))).orElseThrow().origin())
          .isEqualTo(Origin.CACHED_UNVERIFIED);
    }
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
    assertThat(shelf.statistics().count()).isEqualTo(IMAGES);
    faults.goOn();
    assertThat(shelf().find(request(disk.resolve("7.fits"))).orElseThrow().origin())
        .isEqualTo(Origin.CACHED);
  }

  @Test
  void aDiskThatHangsInManyFoldersHidesNoChangeOnAnother(@TempDir Path healthy) throws Exception {
    Path disk = faults.on(images);
    ThumbnailShelf before = shelf();
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      files.add(stored(before, Files.createDirectory(disk.resolve("night" + i)).resolve("a.fits")));
    }
    Path other = stored(before, healthy.resolve("b.fits"));
    faults.hang();
    ThumbnailShelf shelf = shelf();
    ExecutorService viewers = Executors.newFixedThreadPool(files.size());
    try {
      List<Callable<Thumbnail>> hits = new ArrayList<>();
      files.forEach(file -> hits.add(() -> shelf.find(request(file)).orElseThrow()));
      for (Future<Thumbnail> hit : viewers.invokeAll(hits)) {
        assertThat(hit.get().origin()).isEqualTo(Origin.CACHED_UNVERIFIED);
      }
    } finally {
      viewers.shutdownNow();
    }
    assertThat(shelf.find(request(other)).orElseThrow().origin()).isEqualTo(Origin.CACHED);
    Files.write(other, new byte[2]);
    assertThat(shelf().find(request(other))).as("changed").isEmpty();
  }

  private Path stored(ThumbnailShelf shelf, Path file) throws IOException {
    Files.write(file, new byte[1]);
    SourceVersion version = ImageSource.of(file).currentVersion();
    shelf.store(shelf.generation(), request(file), version, rendered);
    return file;
  }

  private ThumbnailShelf shelf() {
    return new ThumbnailShelf(DiskThumbnailCache.at(cache), TestThumbnails.ENCODERS);
  }

  private static ThumbnailRequest request(Path file) {
    return ThumbnailRequest.of(file).look(Look.ASTROCAT);
  }
}
