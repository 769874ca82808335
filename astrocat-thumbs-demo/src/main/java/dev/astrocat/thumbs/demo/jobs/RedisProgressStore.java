package dev.astrocat.thumbs.demo.jobs;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.HostException;
import dev.astrocat.thumbs.host.ProgressStore;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Progress in hashes of Redis, under exactly the keys that core gives them. Thread-safe. While
 * Redis is away every call fails within a second or so; when it is back they work again.
 */
public final class RedisProgressStore implements ProgressStore, AutoCloseable {

  private static final String SECONDS = String.valueOf(TIME_TO_LIVE.toSeconds());
  private static final int TIMEOUT_MILLIS = 800;
  private static final int CONNECTIONS = 16;

  /** When a Redis hangs, the first to notice waits for each of these in turn. */
  private static final int IDLE_CONNECTIONS = 3;

  /** Field, new value, seconds to live, and the expected value if one is expected. */
  private static final String REPLACE =
      """
      local present = redis.call('HGET', KEYS[1], ARGV[1])
      local expected = ARGV[4] or false
      local same = present == expected
      if same then
        redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
      end
      redis.call('EXPIRE', KEYS[1], ARGV[3])
      return same and 1 or 0
      """;

  private final RedisClient redis;

  private RedisProgressStore(RedisClient redis) {
    this.redis = redis;
  }

  /**
   * The store at {@code redis://[user:password@]host[:port][/number]}, or {@code rediss} for TLS;
   * not asked for anything yet.
   */
  public static RedisProgressStore at(URI address) {
    JedisClientConfig client =
        DefaultJedisClientConfig.builder()
            .user(JedisURIHelper.getUser(address))
            .password(JedisURIHelper.getPassword(address))
            .database(JedisURIHelper.getDBIndex(address))
            .sslOptions(JedisURIHelper.isRedisSSLScheme(address) ? SslOptions.defaults() : null)
            .connectionTimeoutMillis(TIMEOUT_MILLIS)
            .socketTimeoutMillis(TIMEOUT_MILLIS)
            .build();
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(CONNECTIONS);
    pool.setMaxIdle(IDLE_CONNECTIONS);
    pool.setMaxWait(Duration.ofMillis(TIMEOUT_MILLIS));
    pool.setTestOnBorrow(true); // or each connection that a restart has broken would fail a call
    return new RedisProgressStore(
        RedisClient.builder()
            .hostAndPort(JedisURIHelper.getHostAndPort(address))
            .clientConfig(client)
            .poolConfig(pool)
            .build());
  }

  @Override
  public Map<String, String> read(String key) {
    return call(() -> Map.copyOf(redis.hgetAll(key)));
  }

  @Override
  public void write(String key, Map<String, String> fields) {
    call(
        () -> {
          try (AbstractTransaction together = redis.multi()) {
            if (!fields.isEmpty()) {
              together.hset(key, fields);
            }
            together.expire(key, TIME_TO_LIVE.toSeconds());
            return together.exec();
          }
        });
  }

  @Override
  public boolean replace(String key, String field, Optional<String> expected, String value) {
    List<String> arguments = new ArrayList<>(List.of(field, value, SECONDS));
    expected.ifPresent(arguments::add);
    return call(() -> redis.eval(REPLACE, List.of(key), arguments).equals(1L));
  }

  /**
   * Asks for a sign of life.
   *
   * @throws HostException {@code HOST_FAILURE} within a second or so if there is none
   */
  public void ping() {
    call(redis::ping);
  }

  private static <T> T call(Supplier<T> command) {
    try {
      return command.get();
    } catch (JedisException e) {
      throw new HostException(
          ErrorCode.HOST_FAILURE, "Redis does not answer: " + e.getClass().getSimpleName(), e);
    }
  }

  @Override
  public void close() {
    redis.close();
  }
}
