package dev.astrocat.thumbs.demo.speed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, and what it costs. One thread at a time. */
final class MeasuredServer implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("(http://\\S+)/");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final Path log;
  private final LongSupplier databaseNanos;

  private MeasuredServer(Process process, Path log, LongSupplier databaseNanos) {
    this.process = process;
    this.log = log;
    this.databaseNanos = databaseNanos;
  }

  /**
   * Starts one.
   *
   * @param databaseNanos CPU time of the database, if it is in another process
   */
  static MeasuredServer start(List<String> java, Path log, LongSupplier databaseNanos)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(java);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return new MeasuredServer(process, log, databaseNanos);
  }

  /** What a question took, in milliseconds; of the CPU the mean, in server and database. */
  record Cost(double median, double p99, double cpu, double databaseCpu, int bytes) {}

  Cost ask(Question question, int times) throws IOException, InterruptedException {
    double[] millis = new double[times];
    long cpu = cpuNanos();
    long database = databaseNanos.getAsLong();
    int bytes = 0;
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      HttpResponse<byte[]> answer =
          client.send(request(question.path()), BodyHandlers.ofByteArray());
      millis[i] = (System.nanoTime() - start) / 1e6;
      bytes = answer.body().length;
      if (answer.statusCode() != 200) {
        throw new IOException(question + " gave " + answer.statusCode());
      }
    }
    Arrays.sort(millis);
    return new Cost(
        millis[times / 2],
        millis[times * 99 / 100],
        (cpuNanos() - cpu) / 1e6 / times,
        (databaseNanos.getAsLong() - database) / 1e6 / times,
        bytes);
  }

  String text(String path) throws IOException, InterruptedException {
    return client.send(request(path), BodyHandlers.ofString()).body();
  }

  /** Waits for the first answer. */
  void await(String path) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Matcher address = ADDRESS.matcher(Files.readString(log));
    while (!address.find()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException("the server does not listen; it said: " + Files.readString(log));
      }
      Thread.sleep(5);
      address = ADDRESS.matcher(Files.readString(log));
    }
    client.send(request(path), BodyHandlers.discarding());
  }

  private HttpRequest request(String path) throws IOException {
    Matcher address = ADDRESS.matcher(Files.readString(log));
    if (!address.find()) {
      throw new IOException("no address");
    }
    return HttpRequest.newBuilder(URI.create(address.group(1) + path)).build();
  }

  /** CPU milliseconds a second of server and database over some seconds in which nobody asks. */
  double[] idle(int seconds) throws InterruptedException {
    long cpu = cpuNanos();
    long database = databaseNanos.getAsLong();
    Thread.sleep(seconds * 1000L);
    return new double[] {
      (cpuNanos() - cpu) / 1e6 / seconds, (databaseNanos.getAsLong() - database) / 1e6 / seconds
    };
  }

  /** Somebody listens to events from now on. */
  void listen() throws IOException {
    var unused = client.sendAsync(request("/api/events"), BodyHandlers.discarding());
  }

  /** As the operating system counts it, kilobytes. */
  long residentKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  private long cpuNanos() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
