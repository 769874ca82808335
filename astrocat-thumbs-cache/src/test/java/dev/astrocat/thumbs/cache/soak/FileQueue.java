package dev.astrocat.thumbs.cache.soak;

import dev.astrocat.thumbs.host.JobHandler;
import dev.astrocat.thumbs.host.ThumbnailJob;
import dev.astrocat.thumbs.host.ThumbnailQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Jobs as files of a folder. Whoever locks a job's lock file runs it, and deletes the job when it
 * is finished; the system frees the lock of a process that is killed.
 */
record FileQueue(Path folder) implements ThumbnailQueue {

  @Override
  public void submit(ThumbnailJob job) {
    WholeFile.write(folder.resolve(UUID.randomUUID() + ".job"), job.text());
  }

  /** Runs one job that nobody else runs; whether there are any jobs, run or not. */
  boolean runOne(JobHandler worker) {
    List<Path> jobs = jobs();
    for (Path job : jobs) {
      Path lockFile = folder.resolveSibling("locks").resolve(job.getFileName());
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.tryLock()) {
        Optional<String> text = lock == null ? Optional.empty() : WholeFile.read(job);
        if (text.isPresent()) {
          if (worker.run(ThumbnailJob.parse(text.get())).again().isEmpty()) {
            Files.deleteIfExists(job);
          }
          return true;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return !jobs.isEmpty();
  }

  private List<Path> jobs() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
