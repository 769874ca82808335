package dev.astrocat.thumbs.demo.speed;

import dev.astrocat.thumbs.demo.catalog.ManyImages;
import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The command behind {@code qa/catalog.sh}: fills a catalog, and asks its server what pages ask.
 */
final class CatalogSpeed {

  private static final int WARM_UP = 5;
  private static final int TIMES = Integer.getInteger("astrocat.times", 30);
  private static final int IDLE_SECONDS = 10;
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

  private CatalogSpeed() {}

  /** Arguments: images, URL of the database, a folder to work in, options of java, the jar. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int images = Integer.parseInt(arguments[0]);
    String url = arguments[1];
    Path work = Path.of(arguments[2]).toRealPath();
    fill(DatabaseUrl.parse(url), work, images);
    List<String> command = new ArrayList<>(List.of(arguments).subList(3, arguments.length));
    command.addAll(List.of("serve", "--port", "0", "--data", work.resolve("data").toString()));
    command.addAll(List.of("--database", url));
    mounts(work).forEach(mount -> command.addAll(List.of("--library", mount.toString())));
    long start = System.nanoTime();
    try (MeasuredServer server =
        MeasuredServer.start(command, work.resolve("serve.log"), databaseCpu(url))) {
      server.await("/api/images?page_size=100");
      print("first answer after %.1f s", (System.nanoTime() - start) / 1e9);
      measure(server, images);
    }
  }

  private static void fill(DatabaseUrl url, Path work, int images) throws IOException {
    for (Path mount : mounts(work)) {
      Files.createDirectories(mount);
    }
    long start = System.nanoTime();
    try (Database database = Database.open(url)) {
      ManyImages.fill(database, mounts(work), images);
      database.secure();
      if (url.isShared()) {
        database.use(handle -> handle.execute("analyze"));
      }
    }
    print("filled in %.1f s", (System.nanoTime() - start) / 1e9);
  }

  private static List<Path> mounts(Path work) {
    return List.of(
        work.resolve("mount1"),
        work.resolve("mount2"),
        work.resolve("mount3"),
        work.resolve("mount4"));
  }

  private static void measure(MeasuredServer server, int images)
      throws IOException, InterruptedException {
    double[] idle = server.idle(IDLE_SECONDS);
    print("idle: %.1f ms CPU a second, database %.1f", idle[0], idle[1]);
    Matcher id = ID.matcher(server.text("/api/images?page=" + Math.max(1, images / 80)));
    List<Question> questions = Question.all(images, id.find() ? Long.parseLong(id.group(1)) : 1);
    for (int i = 0; i < WARM_UP; i++) {
      for (Question question : questions) {
        server.ask(question, 1);
      }
    }
    print("%-52s %8s %8s %8s %8s %8s", "", "median", "p99", "cpu", "database", "bytes");
    for (Question question : questions) {
      MeasuredServer.Cost cost = server.ask(question, TIMES);
      print(
          "%-52s %8.1f %8.1f %8.1f %8.1f %8d",
          question.name(), cost.median(), cost.p99(), cost.cpu(), cost.databaseCpu(), cost.bytes());
    }
    server.listen();
    Thread.sleep(3_000);
    double[] listened = server.idle(IDLE_SECONDS);
    print("with a listener: %.1f ms CPU a second, database %.1f", listened[0], listened[1]);
    print("memory: %d MB", server.residentKilobytes() / 1024);
  }

  /** Of the processes of PostgreSQL that serve this database, if they are on this machine. */
  private static LongSupplier databaseCpu(String url) {
    DatabaseUrl parsed = DatabaseUrl.parse(url);
    if (!parsed.isShared()) {
      return () -> 0;
    }
    Database database = Database.open(parsed);
    String sql = "select pid from pg_stat_activity where datname = current_database()";
    return () ->
        database.with(handle -> handle.createQuery(sql).mapTo(Long.class).list()).stream()
            .flatMap(pid -> ProcessHandle.of(pid).stream())
            .flatMap(process -> process.info().totalCpuDuration().stream())
            .mapToLong(Duration::toNanos)
            .sum();
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
