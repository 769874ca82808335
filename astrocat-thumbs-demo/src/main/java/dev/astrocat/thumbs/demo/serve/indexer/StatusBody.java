package dev.astrocat.thumbs.demo.serve.indexer;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.astrocat.thumbs.demo.index.CurrentScan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The documented state of the indexer, and what it does now.
 *
 * @param lastScanAt when the latest scan of a mount ended
 * @param scan what is being scanned
 */
public record StatusBody(
    @JsonProperty("is_running") boolean isRunning,
    @Nullable String lastScanAt,
    double lastScanDurationSeconds,
    long filesScanned,
    long filesAdded,
    long filesUpdated,
    long filesRemoved,
    long indexedCount,
    ScanBody scan,
    List<MountBody> mountPoints) {

  /**
   * A scan that is under way, or nothing.
   *
   * @param path mount and folder
   */
  public record ScanBody(
      @JsonProperty("is_running") boolean isRunning,
      @Nullable String path,
      long found,
      long indexed,
      double perSecond,
      Map<String, Long> skipped) {

    static final ScanBody NONE = new ScanBody(false, null, 0, 0, 0, Map.of());

    static ScanBody of(CurrentScan scan) {
      long indexed = scan.progress().counts().processed();
      double perSecond = Math.round(scan.progress().imagesPerSecond() * 10) / 10.0;
      return new ScanBody(true, scan.path(), scan.found(), indexed, perSecond, scan.skipped());
    }
  }

  /**
   * A mount.
   *
   * @param path absolute for administrators, else its name
   * @param skipped files and folders that the last scan left out, by reason
   */
  public record MountBody(
      String path,
      String name,
      String status,
      @Nullable String offlineSince,
      long fileCount,
      double sizeGb,
      long sizeBytes,
      @Nullable String lastScanAt,
      Map<String, Long> skipped,
      @Nullable RunBody bulkRescan,
      @Nullable RunBody bulkThumbnails) {}
}
