package dev.astrocat.thumbs.demo.config;

import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.cache.CacheLimits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a process of an installation was told at its start, checked. Immutable.
 *
 * @param imagePaths mount paths, absolute and normalised; none: the sample sky
 * @param data where the demo keeps what it makes
 * @param thumbnails folder of the thumbnail cache
 * @param maxSize longest side of the documented thumbnail
 * @param database where records and jobs are
 * @param redis where progress is kept, else in the database
 * @param adminToken what administrators must show
 * @param look how images look unless somebody chooses
 * @param onMiss what is answered when a thumbnail is missing
 * @param workers threads that make thumbnails in this process
 * @param readersPerMount files of one mount that are read at the same time
 * @param scanEvery time between two scans; never when empty
 * @param cacheLimits how much the cache may take
 * @param publicHosts further names under which the server is reached
 * @param shown all of it as administrators may see it
 */
public record Settings(
    List<Path> imagePaths,
    DataFolder data,
    Path thumbnails,
    int maxSize,
    DatabaseUrl database,
    Optional<URI> redis,
    Optional<String> adminToken,
    Look look,
    OnMiss onMiss,
    int workers,
    int readersPerMount,
    Optional<Duration> scanEvery,
    CacheLimits cacheLimits,
    List<String> publicHosts,
    List<Setting> shown) {

  /** Keeps the lists as they are now. */
  public Settings {
    imagePaths = List.copyOf(imagePaths);
    publicHosts = List.copyOf(publicHosts);
    shown = List.copyOf(shown);
  }

  Settings withShown(List<Setting> value) {
    return new Settings(
        imagePaths,
        data,
        thumbnails,
        maxSize,
        database,
        redis,
        adminToken,
        look,
        onMiss,
        workers,
        readersPerMount,
        scanEvery,
        cacheLimits,
        publicHosts,
        value);
  }

  /** Shows no secrets. */
  @Override
  public String toString() {
    return shown.toString();
  }
}
