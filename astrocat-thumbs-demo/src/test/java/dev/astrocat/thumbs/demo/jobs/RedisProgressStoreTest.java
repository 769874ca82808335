package dev.astrocat.thumbs.demo.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.HostException;
import dev.astrocat.thumbs.demo.testing.RedisProcess;
import dev.astrocat.thumbs.host.ProgressKeys;
import dev.astrocat.thumbs.host.ProgressStore;
import dev.astrocat.thumbs.testing.ProgressStoreContract;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

final class RedisProgressStoreTest extends ProgressStoreContract {

  private final RedisProcess redis = RedisProcess.start();
  private final RedisProgressStore store = RedisProgressStore.at(redis.address());
  private final RedisClient client =
      RedisClient.create(redis.address().getHost(), redis.address().getPort());

  @AfterEach
  void close() {
    store.close();
    client.close();
    redis.close();
  }

  @Override
  protected ProgressStore store() {
    return store;
  }

  @Test
  void otherProgramsFindTheDocumentedHash() {
    String key = ProgressKeys.thumbnails(Path.of("/data/mount1"));
    store.write(key, Map.of("status", "running", "processed", "7"));
    // python3 -c "import hashlib; print(hashlib.md5(b'/data/mount1').hexdigest())"
    assertThat(client.hgetAll("bulk:thumbnails:c46c47771e89179610d7d23250dd7c28"))
        .isEqualTo(Map.of("status", "running", "processed", "7"));
  }

  @Test
  void everyWriteKeepsTheMapForAnotherHour() {
    store.write("k", Map.of("a", "1"));
    assertThat(client.ttl("k")).isBetween(3590L, 3600L);
    client.expire("k", 10);
    store.replace("k", "a", Optional.of("other"), "2");
    assertThat(client.ttl("k")).isBetween(3590L, 3600L);
    client.expire("k", 10);
    store.write("k", Map.of("b", "2"));
    assertThat(client.ttl("k")).isBetween(3590L, 3600L);
  }

  @Test
  void anEmptyTextIsNotNothing() {
    store.write("k", Map.of("a", ""));
    assertThat(store.replace("k", "a", Optional.empty(), "1")).isFalse();
    assertThat(store.replace("k", "a", Optional.of(""), "1")).isTrue();
  }

  @Test
  void whileRedisIsAwayCallsFailSoonAndThenWorkAgain() {
    try (RedisProcess other = RedisProcess.start();
        RedisProgressStore there = RedisProgressStore.at(other.address())) {
      there.write("k", Map.of("a", "1"));
      other.stop();
      long begin = System.nanoTime();
      assertThatThrownBy(() -> there.read("k")).isInstanceOf(HostException.class);
      assertThatThrownBy(() -> there.write("k", Map.of())).isInstanceOf(HostException.class);
      assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
      other.restart();
      there.write("k", Map.of("a", "2"));
      assertThat(there.read("k")).isEqualTo(Map.of("a", "2"));
    }
  }
}
