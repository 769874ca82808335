package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.TestFits;
import dev.astrocat.thumbs.demo.testing.Databases;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to end while many people wait for pictures. */
@Timeout(120)
final class EndingServerTest {

  private static final int PEOPLE = 120;
  private static final int NOT_LET_IN = 0;

  @TempDir private Path folder;

  @Test
  void whoseTurnHasNotComeIsSentAwayAndNobodyIsCutOff() throws Exception {
    try (TestServer server = start()) {
      Path sky = server.folder.resolve("sky");
      List<CompletableFuture<HttpResponse<byte[]>>> answers = new ArrayList<>();
      List<String> paths = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        long id = server.add(TestFits.write(sky.resolve("f" + i + ".fits"), 1_500, 1_000));
        paths.add("/api/images/" + id + "/thumbnail");
      }
      HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
      for (String path : paths) {
        answers.add(client.sendAsync(server.request(path).build(), BodyHandlers.ofByteArray()));
      }
      CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new)).join();

      server.server.close();

      List<Integer> statuses = answers.stream().map(EndingServerTest::status).toList();
      assertThat(statuses).isSubsetOf(200, 503, NOT_LET_IN).contains(503);
    }
  }

  /** Whoever comes after the end is refused by the system; whoever was let in gets an answer. */
  private static int status(CompletableFuture<HttpResponse<byte[]>> answer) {
    try {
      return answer.join().statusCode();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ConnectException) {
        return NOT_LET_IN;
      }
      throw e;
    }
  }

  private TestServer start() throws IOException {
    return TestServer.start(
        folder, Databases.h2(), Optional.empty(), Optional.empty(), "127.0.0.1");
  }
}
