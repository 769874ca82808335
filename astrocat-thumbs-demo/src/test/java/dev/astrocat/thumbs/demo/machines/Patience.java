package dev.astrocat.thumbs.demo.machines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks again and again, also when the answer is that something is away. */
final class Patience {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private Patience() {}

  /** Something that becomes true. */
  interface Condition {
    boolean isMet() throws IOException, InterruptedException;
  }

  /** Waits; how long it took. */
  static Duration await(String what, Condition condition) throws InterruptedException {
    long begin = System.nanoTime();
    boolean isMet = false;
    while (!isMet && System.nanoTime() - begin < LONGEST.toNanos()) {
      try {
        isMet = condition.isMet();
      } catch (IOException e) {
        isMet = false;
      }
      TimeUnit.MILLISECONDS.sleep(isMet ? 0 : 50);
    }
    assertThat(isMet).as(what).isTrue();
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
