package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.testing.PostgresServer;
import dev.astrocat.thumbs.demo.testing.Relay;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A database that is there and says nothing, while people look at pages. */
@Timeout(300)
final class SilentDatabaseTest {

  private static final int PEOPLE = 20;

  /** Two seconds are promised; it was twenty. Machines that build are slow. */
  private static final Duration SOON = Duration.ofSeconds(15);

  @TempDir private Path folder;
  private final AtomicBoolean isEnded = new AtomicBoolean();

  private record Answer(String path, int status, Duration time) {}

  @Test
  void everybodyIsAnsweredSoonAndAllGoesOnAfterwards() throws Exception {
    DatabaseUrl direct = PostgresServer.emptyDatabase();
    try (Relay relay = Relay.to(PostgresServer.port());
        TestServer server = start(relay.address(direct)).withImages()) {
      String picture = server.thumbnail("light.fits") + "?size=grid";
      while (server.get(picture).statusCode() != 200) {
        Thread.sleep(100); // a machine that builds may be too busy for the first one
      }
      List<String> paths =
          List.of("/api/images", "/api/folders", picture, "/api/images/facets", "/api/images/1");
      Queue<Answer> answers = new ConcurrentLinkedQueue<>();
      List<Thread> people = people(server, paths, answers);

      Thread.sleep(1_500);
      int before = Thread.activeCount();
      Instant silent = Instant.now();
      relay.stall(); // in the middle of statements
      Thread.sleep(8_000);
      assertThat(Thread.activeCount()).as("threads that wait").isLessThan(before + 50);
      relay.resume();
      Instant back = Instant.now();
      while (server.get("/api/images").statusCode() != 200) {
        Thread.sleep(50);
      }
      Duration recovery = Duration.between(back, Instant.now());
      isEnded.set(true);
      for (Thread person : people) {
        person.join(); // with the answer that it waits for, or the slowest would not count
      }
      Duration slowest = answers.stream().map(Answer::time).max(Duration::compareTo).orElseThrow();
      System.out.printf(
          "silent for %d s: %d answers, the slowest after %d ms; back after %d ms%n",
          Duration.between(silent, back).toSeconds(),
          answers.size(),
          slowest.toMillis(),
          recovery.toMillis());
      assertThat(answers).extracting(Answer::status).containsOnly(200, 503);
      assertThat(answers)
          .filteredOn(answer -> answer.path().equals(picture))
          .extracting(Answer::status)
          .containsOnly(200);
      assertThat(slowest).isLessThan(SOON);
      assertThat(recovery).isLessThan(Duration.ofMinutes(1));
    }
  }

  private List<Thread> people(TestServer server, List<String> paths, Queue<Answer> answers) {
    List<Thread> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      String path = paths.get(i % paths.size());
      HttpRequest request = server.request(path).timeout(Duration.ofSeconds(60)).build();
      Thread person = new Thread(() -> look(path, request, answers), "person");
      person.start();
      people.add(person);
    }
    return people;
  }

  private void look(String path, HttpRequest request, Queue<Answer> answers) {
    HttpClient client = HttpClient.newHttpClient();
    try {
      while (!isEnded.get()) {
        Instant start = Instant.now();
        HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
        Duration time = Duration.between(start, Instant.now());
        answers.add(new Answer(path, answer.statusCode(), time));
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      answers.add(new Answer(path, 0, Duration.ZERO));
    }
  }

  private TestServer start(DatabaseUrl database) throws IOException {
    return TestServer.start(folder, database, Optional.empty(), Optional.empty(), "127.0.0.1");
  }
}
