package dev.astrocat.thumbs.demo.browser;

import dev.astrocat.thumbs.demo.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The verb {@code serve} as a user starts it, in a thread of this JVM, until it is closed. */
final class Demo implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Thread thread;
  private final String address;
  private final Path data;

  private Demo(Thread thread, String address, Path data) {
    this.thread = thread;
    this.address = address;
    this.data = data;
  }

  /** Starts it on any free port; {@code more} are further options. */
  static Demo start(Path library, Path data, String... more) throws InterruptedException {
    StringWriter out = new StringWriter();
    List<String> options =
        List.of("serve", "--library", library + "", "--data", data + "", "--port", "0");
    String[] words = Stream.concat(options.stream(), Stream.of(more)).toArray(String[]::new);
    Thread thread = new Thread(() -> Main.run(new PrintWriter(out, true), err(out), words), "demo");
    thread.setDaemon(true);
    thread.start();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && thread.isAlive()) {
      Matcher address = ADDRESS.matcher(out.toString());
      if (address.find()) {
        return new Demo(thread, address.group(), data);
      }
      Thread.sleep(20);
    }
    throw new AssertionError("the server did not start: " + out);
  }

  private static PrintWriter err(StringWriter out) {
    return new PrintWriter(out, true);
  }

  /** Where it keeps its thumbnails. */
  Path thumbnails() {
    return data.resolve("thumbnails");
  }

  /** Where a page of it is. */
  String address(String path) {
    return address + path;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
