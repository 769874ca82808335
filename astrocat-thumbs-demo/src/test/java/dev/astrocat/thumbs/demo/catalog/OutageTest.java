package dev.astrocat.thumbs.demo.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.database.Database;
import dev.astrocat.thumbs.demo.database.StoreException;
import dev.astrocat.thumbs.demo.testing.PostgresServer;
import dev.astrocat.thumbs.demo.testing.Relay;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A database that is away, silent, or back. */
final class OutageTest {

  /** A second is promised; it was twenty. */
  private static final Duration SOON = Duration.ofSeconds(10);

  @Test
  @Timeout(120)
  void whoCannotReachItIsToldSo() {
    DatabaseUrl nowhere = DatabaseUrl.parse("postgresql://u:geheim@127.0.0.1:1/astro");
    assertThatThrownBy(() -> Database.open(nowhere))
        .isInstanceOf(StoreException.class)
        .hasMessage("the database postgresql://127.0.0.1:1/astro does not answer")
        .extracting(e -> ((StoreException) e).kind())
        .isEqualTo(StoreException.Kind.UNAVAILABLE);
  }

  @Test
  @Timeout(120)
  void aDatabaseThatIsNotThereIsNoOutage() {
    DatabaseUrl right = PostgresServer.emptyDatabase();
    DatabaseUrl wrong = DatabaseUrl.parse(right.jdbcUrl() + "-none?user=postgres");
    assertThatThrownBy(() -> Database.open(wrong))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("there is no database");
  }

  @Test
  @Timeout(120)
  void whoIsLateForAProcessThatEndsIsToldThatItIsAway() {
    Database database = Database.open(PostgresServer.emptyDatabase());
    database.close();
    assertThatThrownBy(database::ping)
        .isInstanceOf(StoreException.class)
        .extracting(e -> ((StoreException) e).kind())
        .isEqualTo(StoreException.Kind.UNAVAILABLE);
  }

  @Test
  @Timeout(300)
  void itAnswersSoonWhileAwayAndRecoversByItself() throws IOException, InterruptedException {
    DatabaseUrl direct = PostgresServer.emptyDatabase();
    try (Relay relay = Relay.to(PostgresServer.port());
        Database database = Database.open(relay.address(direct))) {
      Catalog catalog = new Catalog(database);
      catalog.register(List.of(CatalogCase.NAS));
      for (Runnable outage : List.<Runnable>of(relay::refuse, relay::stall)) {
        outage.run();
        Thread.sleep(700); // longer than connections are taken for sound without a question
        inFortyThreads(() -> assertUnavailable(catalog));
        relay.resume();
        awaitBack(catalog);
      }
    }
  }

  /** All at the same time, which is more than there are connections. */
  private static void inFortyThreads(Runnable call) {
    ExecutorService threads = Executors.newFixedThreadPool(40);
    try {
      CyclicBarrier start = new CyclicBarrier(40);
      List<CompletableFuture<Void>> calls =
          IntStream.range(0, 40)
              .mapToObj(i -> CompletableFuture.runAsync(() -> after(start, call), threads))
              .toList();
      calls.forEach(CompletableFuture::join);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void after(CyclicBarrier start, Runnable call) {
    try {
      start.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
    call.run();
  }

  private static void assertUnavailable(Catalog catalog) {
    Instant start = Instant.now();
    assertThatThrownBy(catalog::mounts)
        .isInstanceOf(StoreException.class)
        .extracting(e -> ((StoreException) e).kind())
        .isEqualTo(StoreException.Kind.UNAVAILABLE);
    assertThat(Duration.between(start, Instant.now())).isLessThan(SOON);
  }

  private static void awaitBack(Catalog catalog) {
    Instant start = Instant.now();
    while (!isBack(catalog)) {
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMinutes(1));
    }
  }

  /** For all; a question that the outage swallowed may be noticed after its end. */
  private static boolean isBack(Catalog catalog) {
    try {
      inFortyThreads(() -> assertThat(catalog.mounts()).hasSize(1));
      return true;
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreException refused
          && refused.kind() == StoreException.Kind.UNAVAILABLE) {
        return false;
      }
      throw e;
    }
  }
}
