package dev.astrocat.thumbs.host;

import java.util.Map;
import java.util.Optional;

/** Lets nothing but {@link dev.astrocat.thumbs.HostException} out of a host's store. */
record GuardedProgressStore(ProgressStore host) implements ProgressStore {

  private static final String NAME = "the progress store";

  @Override
  public Map<String, String> read(String key) {
    return HostCall.of(NAME, () -> Map.copyOf(host.read(key)));
  }

  @Override
  public void write(String key, Map<String, String> fields) {
    HostCall.run(NAME, () -> host.write(key, fields));
  }

  @Override
  public boolean replace(String key, String field, Optional<String> expected, String value) {
    return HostCall.of(NAME, () -> host.replace(key, field, expected, value));
  }
}
