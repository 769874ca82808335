package dev.astrocat.thumbs.demo.serve.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.demo.serve.http.RequestProblem;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RenderMemoryTest {

  private static final long MEBIBYTE = 1 << 20;

  /** Two files of 4 MiB take 2 * (8 + 6 * 4) MiB. */
  @Test
  void asManyAreDecodedAtOnceAsThereIsRoomFor() {
    RenderMemory memory = new RenderMemory(70 * MEBIBYTE, Duration.ofSeconds(30));
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CompletableFuture<?>[] all = new CompletableFuture<?>[6];
    for (int i = 0; i < all.length; i++) {
      all[i] = new CompletableFuture<>();
      CompletableFuture<?> done = all[i];
      new Thread(
              () -> {
                memory.decode(4 * MEBIBYTE, () -> stay(inside, most));
                done.complete(null);
              })
          .start();
    }
    CompletableFuture.allOf(all).join();

    assertThat(most).hasValue(2);
  }

  private static int stay(AtomicInteger inside, AtomicInteger most) {
    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return inside.decrementAndGet();
  }

  @Test
  void hugeFileHasRoomWhereItIsAlone() {
    RenderMemory memory = new RenderMemory(MEBIBYTE, Duration.ZERO);

    assertThat(memory.decode(Long.MAX_VALUE, () -> "made")).isEqualTo("made");
    assertThat(memory.decode(0, () -> "made")).isEqualTo("made");
  }

  @Test
  void whoWaitsTooLongIsSentAway() throws InterruptedException {
    RenderMemory memory = new RenderMemory(MEBIBYTE, Duration.ofMillis(50));
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    Thread holder =
        new Thread(
            () ->
                memory.decode(
                    1,
                    () -> {
                      begun.countDown();
                      return waited(end);
                    }));
    holder.start();
    begun.await();

    assertThatThrownBy(() -> memory.decode(1, () -> "made"))
        .isInstanceOf(RequestProblem.class)
        .hasMessageContaining("too many pictures");
    end.countDown();
    holder.join();
    assertThat(memory.decode(1, () -> "made")).isEqualTo("made");
  }

  private static boolean waited(CountDownLatch end) {
    try {
      end.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
