package dev.astrocat.thumbs.host;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Progress in memory, for hosts of one process. Thread-safe. */
public final class MemoryProgressStore implements ProgressStore {

  private final InstantSource clock;
  private final Map<String, Fields> maps = new HashMap<>();

  /** An empty store. */
  public MemoryProgressStore() {
    this(InstantSource.system());
  }

  MemoryProgressStore(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Map<String, String> read(String key) {
    forgetOld();
    Fields fields = maps.get(key);
    return fields == null ? Map.of() : Map.copyOf(fields.values);
  }

  @Override
  public synchronized void write(String key, Map<String, String> fields) {
    alive(key).values.putAll(fields);
  }

  @Override
  public synchronized boolean replace(
      String key, String field, Optional<String> expected, String value) {
    Map<String, String> values = alive(key).values;
    boolean asExpected = Optional.ofNullable(values.get(field)).equals(expected);
    if (asExpected) {
      values.put(field, value);
    }
    return asExpected;
  }

  private Fields alive(String key) {
    forgetOld();
    Fields fields = maps.computeIfAbsent(key, k -> new Fields());
    fields.end = clock.millis() + TIME_TO_LIVE.toMillis();
    return fields;
  }

  private void forgetOld() {
    long now = clock.millis();
    maps.values().removeIf(fields -> fields.end <= now);
  }

  private static final class Fields {
    private final Map<String, String> values = new HashMap<>();
    private long end;
  }
}
