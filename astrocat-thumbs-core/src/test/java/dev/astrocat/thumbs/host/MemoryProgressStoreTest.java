package dev.astrocat.thumbs.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.testing.ProgressStoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryProgressStoreTest extends ProgressStoreContract {

  private Instant now = Instant.EPOCH;
  private final MemoryProgressStore store = new MemoryProgressStore(() -> now);

  @Override
  protected ProgressStore store() {
    return store;
  }

  @Test
  void anHourAfterTheLastWriteAMapIsForgotten() {
    store.write("k", Map.of("a", "1"));
    now = now.plus(Duration.ofMinutes(59));
    assertThat(store.replace("k", "a", Optional.of("other"), "2")).isFalse();
    now = now.plus(Duration.ofMinutes(59));
    assertThat(store.read("k")).containsEntry("a", "1");
    now = now.plus(Duration.ofMinutes(1));
    assertThat(store.read("k")).isEmpty();
  }
}
