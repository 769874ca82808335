package dev.astrocat.thumbs.demo.serve.indexer;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the routes need of the indexer. Thread-safe. */
public interface Scans {

  /**
   * Looks for new, changed and gone files.
   *
   * @param folder a mount or a folder below; all mounts when empty
   * @return key of its progress
   */
  String scan(Optional<Path> folder);

  /**
   * Looks at all files again, changed or not.
   *
   * @return key of its progress
   */
  String rescan(Path folder);

  /** What is being scanned, by whatever process; empty if nothing is. */
  Optional<Current> current();

  /**
   * A scan that is under way.
   *
   * @param mount name of the mount
   * @param folder that is being looked through, below the mount
   * @param found image files so far
   * @param indexed those whose headers were read, or need not be
   * @param perSecond found in a second
   * @param skipped files and folders that were left out, by reason
   */
  record Current(
      String mount,
      String folder,
      long found,
      long indexed,
      double perSecond,
      Map<String, Long> skipped) {}
}
