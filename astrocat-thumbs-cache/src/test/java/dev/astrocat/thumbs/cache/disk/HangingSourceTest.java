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
import dev.astrocat.thumbs.testing.TestThumbnails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
      Path file = Files.write(disk.resolve(i + ".fits"), new byte[1]);
      ImageSource source = ImageSource.of(file);
      before.store(before.generation(), request(file), source.currentVersion(), rendered);
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

  private ThumbnailShelf shelf() {
    return new ThumbnailShelf(DiskThumbnailCache.at(cache), TestThumbnails.ENCODERS);
  }

  private static ThumbnailRequest request(Path file) {
    return ThumbnailRequest.of(file).look(Look.ASTROCAT);
  }
}
