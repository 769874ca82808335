package dev.astrocat.thumbs.demo.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.catalog.Mount;
import dev.astrocat.thumbs.demo.catalog.ScanCounts;
import dev.astrocat.thumbs.host.BulkProgress;
import dev.astrocat.thumbs.host.ImageCounts;
import dev.astrocat.thumbs.host.RunState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class MountStatusTest {

  private static final Instant NOW = Instant.parse("2026-01-18T22:00:00Z");
  private static final Path NAS = Path.of("/nas");

  @Test
  void firstScanTellsWhatItHasMetSoFar() {
    Mount fresh = Mount.of(NAS, "nas");

    assertThat(new MountStatus(fresh, Optional.of(scan(70))).files()).isEqualTo(70);
    assertThat(new MountStatus(fresh, Optional.empty()).files()).isZero();
  }

  @Test
  void laterScanDoesNotCountFromTheStart() {
    Mount scanned =
        new Mount(NAS, "nas", true, Optional.empty(), Optional.of(NOW), 9, 500, 0, ScanCounts.NONE);

    assertThat(new MountStatus(scanned, Optional.of(scan(70))).files()).isEqualTo(500);
  }

  private static CurrentScan scan(long found) {
    BulkProgress progress =
        new BulkProgress("key", "run", "nas", RunState.RUNNING, ImageCounts.NONE, NOW, NOW);
    return new CurrentScan("scan", "nas", found, 0, 0, 0, new TreeMap<>(), 0, progress);
  }
}
