package dev.astrocat.thumbs.demo.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RateLimitTest {

  private final AtomicLong nanos = new AtomicLong();
  private final RateLimit limit = new RateLimit(3, 2, nanos::get);

  @Test
  void soManyAtOnceAndThenSoManyASecond() {
    take("a", 3);
    assertThatThrownBy(() -> limit.take("a"))
        .isInstanceOfSatisfying(
            RequestProblem.class, e -> assertThat(e.retrySeconds()).hasValue(1));

    nanos.addAndGet(500_000_000);
    take("a", 1);
    assertThatThrownBy(() -> limit.take("a")).isInstanceOf(RequestProblem.class);
    nanos.addAndGet(60_000_000_000L);
    take("a", 3); // no more than at once is saved up
    assertThatThrownBy(() -> limit.take("a")).isInstanceOf(RequestProblem.class);
  }

  @Test
  void clientsDoNotShare() {
    take("a", 3);
    take("b", 3);
  }

  @Test
  void clientsThatWereSeenLongAgoAreForgotten() {
    take("a", 3);
    for (int i = 0; i < 10_000; i++) {
      limit.take("client " + i);
    }
    take("a", 3);
  }

  private void take(String client, int times) {
    for (int i = 0; i < times; i++) {
      limit.take(client);
    }
  }
}
