package dev.astrocat.thumbs.demo.machines;

import dev.astrocat.thumbs.demo.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process of the demo, as people start it: of the packed jar that the system property {@code
 * astrocat.jar} names, else of the class path. One thread at a time.
 */
final class DemoProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long END_SECONDS = 120;
  private static final Pattern OPEN = Pattern.compile("^open (http://\\S+)/", Pattern.MULTILINE);

  private final Process process;
  private final Path log;

  private DemoProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts one.
   *
   * @param logs gets a file with what it says
   * @param arguments verb and options
   */
  static DemoProcess start(Path logs, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    Optional<String> jar = Optional.ofNullable(System.getProperty("astrocat.jar"));
    jar.ifPresentOrElse(
        path -> command.addAll(List.of("-jar", path)),
        () ->
            command.addAll(
                List.of(
                    // In the short form many of them start, and none lives for long.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName())));
    command.addAll(arguments);
    Path log = Files.createTempFile(Files.createDirectories(logs), arguments.get(0), ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    return new DemoProcess(builder.start(), log);
  }

  /** Starts a server that does not scan again, with its library, data and log in one folder. */
  static DemoProcess server(Path folder, String... more) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("serve", "--port=0", "--scan-every=off"));
    arguments.add("--library=" + Installation.sky(folder));
    arguments.add("--data=" + folder.resolve("data"));
    arguments.addAll(List.of(more));
    return start(folder.resolve("logs"), arguments);
  }

  /** Waits until the server listens; where. */
  URI address() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Matcher open = OPEN.matcher(said());
    while (!open.find()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("the server does not listen; it said: " + said());
      }
      TimeUnit.MILLISECONDS.sleep(50);
      open = OPEN.matcher(said());
    }
    return URI.create(open.group(1));
  }

  /** All that it has said so far. */
  String said() {
    try {
      return Files.readString(log);
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

  /** SIGTERM, and no waiting. */
  void tellToEnd() {
    process.destroy();
  }

  /** SIGTERM; its exit code, or -1 if it goes on. */
  int terminate() throws InterruptedException {
    tellToEnd();
    return exitCode();
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    return process.waitFor(END_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
