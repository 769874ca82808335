package dev.astrocat.thumbs.demo.node;

import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.database.StoreException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Waits, while a process starts, for a database that does not answer yet: machines start in any
 * order, and a busy one is slow. Says once what it waits for, and gives up after a minute. One
 * thread at a time.
 *
 * <pre>{@code
 * StartWait wait = StartWait.forDatabase(settings.database(), end, System.out::println);
 * try (Node node = wait.until(() -> Node.open(settings, Role.WORKER))) {
 *   end.await();
 * }
 * }</pre>
 */
public final class StartWait {

  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Duration longest;
  private final EndSignal end;
  private final Consumer<String> said;
  private final long began = System.nanoTime();
  private boolean isTold;

  StartWait(Duration longest, EndSignal end, Consumer<String> said) {
    this.longest = longest;
    this.end = end;
    this.said = said;
  }

  /**
   * The minute begins now. A database in this process is not waited for: if its file cannot be
   * used, nobody else mends that.
   *
   * @param end ends the wait, too
   * @param said gets the line for the person who looks on
   */
  public static StartWait forDatabase(DatabaseUrl url, EndSignal end, Consumer<String> said) {
    return new StartWait(url.isShared() ? LONGEST : Duration.ZERO, end, said);
  }

  /**
   * Takes a step of the start, again and again while the database does not answer.
   *
   * @throws StoreException of the last try: the time is over, the process is told to end, or
   *     waiting would not help
   */
  public <T> T until(Supplier<T> step) throws InterruptedException {
    while (true) {
      try {
        return step.get();
      } catch (StoreException e) {
        if (e.kind() != StoreException.Kind.UNAVAILABLE || isOver()) {
          throw e;
        }
        tell(e);
        if (end.isHeardWithin(PAUSE)) {
          throw e;
        }
      }
    }
  }

  private boolean isOver() {
    return System.nanoTime() - began >= longest.toNanos();
  }

  private void tell(StoreException why) {
    if (!isTold) {
      said.accept(
          "%s; waiting for it, up to %d s".formatted(why.getMessage(), longest.toSeconds()));
    }
    isTold = true;
  }
}
