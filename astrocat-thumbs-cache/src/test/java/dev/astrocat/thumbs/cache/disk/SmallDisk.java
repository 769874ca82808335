package dev.astrocat.thumbs.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/** A disk in memory that is really mounted on a folder, which takes root. One thread at a time. */
final class SmallDisk implements AutoCloseable {

  private final Path folder;
  private boolean isMounted = true;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts one of 16 MiB; skips the test where that is not allowed. */
  static SmallDisk on(Path folder) {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder.toString()) == 0,
        "no small disk: only root may mount one");
    return new SmallDisk(folder);
  }

  /** Takes it away, even if files on it are open. */
  void unmount() {
    isMounted = false;
    assertThat(run("umount", "-l", folder.toString())).isZero();
  }

  /** Mounts it with another option, such as {@code ro}. */
  void remount(String option) {
    assertThat(run("mount", "-o", "remount," + option, folder.toString())).isZero();
  }

  @Override
  public void close() {
    if (isMounted) {
      unmount();
    }
  }

  private static int run(String... command) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .onExit()
          .join()
          .exitValue();
    } catch (IOException e) {
      return -1; // there is no such program
    }
  }
}
