package dev.astrocat.thumbs.demo.machines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers and three workers on one PostgreSQL, one Redis and one folder of thumbnails, looked
 * at through HTTP alone while workers are killed and stores are stopped. Longer, and with the
 * packed jar, by {@code qa/many-machines.sh}.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class ManyMachinesTest {

  private static final int FRAMES = Integer.getInteger("astrocat.frames", 120);
  private static final int KILLS = Integer.getInteger("astrocat.kills", 2);
  private static final int OUTAGE_SECONDS = Integer.getInteger("astrocat.outage", 3);

  /** What is promised is 10 s and 1 s; machines that build are slow. */
  private static final Duration RECOVERY = Duration.ofMinutes(2);

  private static final Duration REFUSAL = Duration.ofSeconds(15);

  @TempDir static Path folder;
  private static Installation all;

  @BeforeAll
  static void start() throws Exception {
    NoisySky.fill(Installation.sky(folder), FRAMES, 400, 300);
    all = Installation.start(folder, 2, 3);
    Patience.await("pictures of all that the scan found", ManyMachinesTest::isSkyMade);
  }

  @AfterAll
  static void end() throws IOException {
    if (all != null) {
      all.close();
    }
  }

  private static boolean isSkyMade() throws IOException, InterruptedException {
    JsonNode stats = all.visitor().json("/api/indexer/thumbnails/stats");
    return stats.get("count").asInt() == Audit.THUMBNAILS * FRAMES;
  }

  @Test
  void killedWorkersLoseNothing() throws Exception {
    Instant begin = Instant.now();
    Random random = new Random(42);
    JsonNode started = startRun();
    String key = started.get("key").asText();
    try (EventLog first = new EventLog(all.visitors().get(0).server());
        EventLog second = new EventLog(all.visitors().get(1).server());
        CountWatch watch = new CountWatch(all.visitors(), key, FRAMES)) {
      for (int i = 0; i < KILLS; i++) {
        TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(1200));
        all.replace(random.nextInt(all.workers().size()));
        if (isEnded(key)) {
          begin = Instant.now();
          started = startRun();
        }
      }
      Patience.await("the end of the run", () -> isEnded(key));
      String run = started.get("task_id").asText();
      for (EventLog events : List.of(first, second)) {
        Patience.await("the end is told to listeners", () -> isEndTold(events, run));
        assertThat(events.of(run)).as("news of the run").hasSizeGreaterThan(2);
      }
      assertThat(watch.faults()).isEmpty();
      assertThat(watch.refusals()).isZero();
      System.out.printf(
          "%d workers killed: %d frames in %.1f s; %d polls%n",
          KILLS, FRAMES, seconds(begin), watch.polls());
    }
    JsonNode end = run(key);
    assertThat(end.get("status").asText()).as(end.toString()).isEqualTo("completed");
    assertThat(end.get("done").asInt()).as(end.toString()).isEqualTo(FRAMES);
    audit(begin);
  }

  private static boolean isEndTold(EventLog events, String run) {
    List<JsonNode> states = events.of(run);
    return !states.isEmpty()
        && states.get(states.size() - 1).get("status").asText().equals("completed");
  }

  @Test
  void whoIsToldToEndHandsItsJobsBack() throws Exception {
    String key = startRun().get("key").asText();
    Patience.await("the first results", () -> run(key).get("done").asInt() > 0);
    for (DemoProcess worker : all.workers()) {
      worker.tellToEnd();
    }
    for (DemoProcess worker : all.workers()) {
      assertThat(worker.exitCode()).as("exit code after SIGTERM").isZero();
    }
    JsonNode queue = all.visitor().json("/api/admin/machines").get("queue");
    assertThat(queue.get("running").asInt()).as("jobs that nobody has").isZero();
    for (int i = 0; i < all.workers().size(); i++) {
      all.replace(i);
    }
    Patience.await("the end of the run", () -> isEnded(key));
    audit(Instant.EPOCH);
  }

  @Test
  void withoutRedisPicturesAreServedAndNothingIsLost() throws Exception {
    outage(
        "Redis",
        all.redis()::stop,
        all.redis()::restart,
        List.of("/api/indexer/bulk", "/api/indexer/bulk/x", "/api/indexer/status"),
        List.of("/api/images", "/api/images/facets", "/api/folders"));
  }

  @Test
  void withoutTheDatabasePicturesAreServedAndNothingIsLost() throws Exception {
    outage(
        "the database",
        all.postgres()::stop,
        all.postgres()::restart,
        List.of(
            "/api/images",
            "/api/images/facets",
            "/api/folders",
            "/api/indexer/status",
            "/api/indexer/bulk",
            "/api/images/999999"),
        List.of());
  }

  private interface Act {
    void run() throws Exception;
  }

  private void outage(
      String what, Act stop, Act restart, List<String> refused, List<String> answered)
      throws Exception {
    OutageWatch watch = new OutageWatch(all.visitors(), new Audit(all.visitor(), sky()).images());
    JsonNode started = startRun();
    String key = started.get("key").asText();
    try (EventLog events = new EventLog(all.visitors().get(1).server())) {
      Patience.await("the first news", () -> events.size() > 0);
      stop.run();
      TimeUnit.MILLISECONDS.sleep(500); // a server that ends may answer for a moment
      watch.during(Duration.ofSeconds(OUTAGE_SECONDS), refused, answered);
      restart.run();
      long back = System.nanoTime();
      int heard = events.size();
      List<String> all = new ArrayList<>(refused);
      all.removeIf(path -> path.endsWith("/x") || path.endsWith("999999"));
      Duration answers = Patience.await("answers", () -> watch.areAllOk(all));
      startRun();
      Patience.await("news", () -> events.size() > heard);
      Patience.await("work", () -> run(key).get("processed").asInt() > 0);
      Duration work = Duration.ofNanos(System.nanoTime() - back);
      System.out.printf(
          "%s away for %d s: %d pictures served, %d refusals, the slowest after %d ms;"
              + " answers %d ms and work %d ms after its return%n",
          what,
          OUTAGE_SECONDS,
          watch.pictures(),
          watch.refusals(),
          watch.slowest().toMillis(),
          answers.toMillis(),
          work.toMillis());
      assertThat(watch.faults()).isEmpty();
      assertThat(watch.slowest()).isLessThan(REFUSAL);
      assertThat(work).isLessThan(RECOVERY);
    }
    Patience.await("the end of the run", () -> isEnded(key));
    JsonNode end = run(key);
    assertThat(end.get("status").asText()).as(end.toString()).isEqualTo("completed");
    assertThat(end.get("done").asInt()).as(end.toString()).isEqualTo(FRAMES);
    audit(Instant.EPOCH);
  }

  private static JsonNode startRun() throws IOException, InterruptedException {
    return all.visitor().checked(all.visitor().post("/api/indexer/thumbnails/regenerate", "{}"));
  }

  private static boolean isEnded(String key) throws IOException, InterruptedException {
    return run(key).get("status").asText().startsWith("completed");
  }

  private static JsonNode run(String key) throws IOException, InterruptedException {
    return all.visitors().get(1).json("/api/indexer/bulk/" + key);
  }

  private static void audit(Instant since) throws IOException, InterruptedException {
    new Audit(all.visitor(), sky()).allAreMade(FRAMES, since);
    Audit.holds(all.thumbnails(), FRAMES);
  }

  private static Path sky() {
    return Installation.sky(folder);
  }

  private static double seconds(Instant begin) {
    return Duration.between(begin, Instant.now()).toMillis() / 1e3;
  }
}
