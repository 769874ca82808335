package dev.astrocat.thumbs.demo.machines;

import dev.astrocat.thumbs.demo.Main;
import dev.astrocat.thumbs.demo.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of the verb {@code worker}. One thread at a time. */
final class WorkerProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;

  private final Process process;

  private WorkerProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts one.
   *
   * @param settings what it is told: places, PostgreSQL and Redis
   * @param database with login, which settings do not show
   * @param log gets what it says, behind what earlier ones said
   */
  static WorkerProcess start(Settings settings, String database, Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "worker"));
    command.addAll(List.of("--library", settings.imagePaths().get(0).toString()));
    command.addAll(List.of("--data", settings.data().root().toString()));
    command.addAll(List.of("--thumbnails", settings.thumbnails().toString()));
    command.addAll(List.of("--max-size", String.valueOf(settings.maxSize())));
    command.addAll(List.of("--workers", String.valueOf(settings.workers())));
    command.addAll(List.of("--database", database));
    settings.redis().ifPresent(redis -> command.addAll(List.of("--redis", redis.toString())));
    try {
      return new WorkerProcess(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM; its exit code. */
  int terminate() throws InterruptedException {
    process.destroy();
    return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
