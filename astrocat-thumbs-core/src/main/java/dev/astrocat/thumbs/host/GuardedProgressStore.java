package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.corridor.HostCall;
import java.util.Map;
import java.util.Optional;

/** Lets nothing but {@link dev.astrocat.thumbs.HostException} out of a host's store. */
record GuardedProgressStore(ProgressStore host) implements ProgressStore {

  private static final String NAME = "the progress store";

  @Override
  public Map<String, String> read(String key) {
    return HostCall.run(NAME, () -> Map.copyOf(host.read(key)));
  }

  @Override
  public void write(String key, Map<String, String> fields) {
    HostCall.perform(NAME, () -> host.write(key, fields));
  }

  @Override
  public boolean replace(String key, String field, Optional<String> expected, String value) {
    return HostCall.run(NAME, () -> host.replace(key, field, expected, value));
  }
}
