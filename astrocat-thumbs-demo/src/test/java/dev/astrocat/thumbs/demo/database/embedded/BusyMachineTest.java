package dev.astrocat.thumbs.demo.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.database.Database;
import dev.astrocat.thumbs.demo.testing.Databases;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a busy machine, everybody's statements take long; that is no outage. */
final class BusyMachineTest {

  /** As many as there are connections, and then some. */
  private static final int STATEMENTS = 30;

  @Test
  @Timeout(120)
  void whoFindsNoConnectionFreeWaitsForOne() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(STATEMENTS);
    try (Database database = Database.open(Databases.h2())) {
      CountDownLatch end = new CountDownLatch(1);
      List<CompletableFuture<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < STATEMENTS; i++) {
        answers.add(CompletableFuture.supplyAsync(() -> slowAnswer(database, end), threads));
      }
      TimeUnit.SECONDS.sleep(2); // longer than a server is waited for
      end.countDown();

      assertThat(answers).extracting(CompletableFuture::join).containsOnly(1);
    } finally {
      threads.shutdownNow();
    }
  }

  private static int slowAnswer(Database database, CountDownLatch end) {
    return database.with(
        handle -> {
          await(end);
          return handle.createQuery("select 1").mapTo(Integer.class).one();
        });
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
