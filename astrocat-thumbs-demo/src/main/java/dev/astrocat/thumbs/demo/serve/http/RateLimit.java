package dev.astrocat.thumbs.demo.serve.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Lets each client do so much at once and so much a second: a bucket of tokens that fills again.
 * The buckets of the clients that were seen last are kept. Thread-safe.
 */
public final class RateLimit {

  private static final int MAX_CLIENTS = 10_000;
  private static final double NANOS = 1e9;

  private final double burst;
  private final double perSecond;
  private final LongSupplier nanoTime;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  /** So many at once, and so many a second after that. */
  public RateLimit(double burst, double perSecond) {
    this(burst, perSecond, System::nanoTime);
  }

  RateLimit(double burst, double perSecond, LongSupplier nanoTime) {
    this.burst = burst;
    this.perSecond = perSecond;
    this.nanoTime = nanoTime;
  }

  /**
   * Takes a token of that client.
   *
   * @throws RequestProblem 429 when there is none
   */
  public void take(String client) {
    if (!taken(client, 1)) {
      throw RequestProblem.tooMany((int) Math.max(1, Math.ceil(1 / perSecond)));
    }
  }

  /**
   * Looks whether that client has a token, and leaves it there.
   *
   * @throws RequestProblem 429 when there is none
   */
  void look(String client) {
    if (!taken(client, 0)) {
      throw RequestProblem.tooMany((int) Math.max(1, Math.ceil(1 / perSecond)));
    }
  }

  private synchronized boolean taken(String client, int tokens) {
    long now = nanoTime.getAsLong();
    Bucket old = buckets.getOrDefault(client, new Bucket(burst, now));
    double level = Math.min(burst, old.level + (now - old.nanos) / NANOS * perSecond);
    boolean enough = level >= 1;
    buckets.put(client, new Bucket(enough ? level - tokens : level, now));
    if (buckets.size() > MAX_CLIENTS) {
      buckets.remove(buckets.keySet().iterator().next());
    }
    return enough;
  }

  private record Bucket(double level, long nanos) {}
}
