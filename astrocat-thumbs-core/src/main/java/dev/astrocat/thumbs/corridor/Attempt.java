package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.Stage;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import dev.astrocat.thumbs.source.SourceVersion;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is seen on one way through the corridor, also if it ends early. One thread at a time; its
 * watch runs from the start.
 */
public final class Attempt {

  private final Map<Stage, Duration> stages = new EnumMap<>(Stage.class);
  private final Set<String> tried = new LinkedHashSet<>();
  private Optional<SourceVersion> version;
  private long sourceBytes;
  private long lapStart = System.nanoTime();

  /** A way that begins now. */
  public Attempt(ImageSource source) {
    version = source.givenVersion();
  }

  void opened(SourceBytes bytes) {
    version = Optional.of(bytes.version());
    sourceBytes = bytes.size();
    ended(Stage.OPEN);
  }

  /** A decoder is given the source; maybe again, if memory was short the first time. */
  void trying(String decoder) {
    tried.remove(decoder);
    tried.add(decoder);
  }

  /** A stage ends; what passed since the last one did is its time. */
  public void ended(Stage stage) {
    long now = System.nanoTime();
    stages.merge(stage, Duration.ofNanos(now - lapStart), Duration::plus);
    lapStart = now;
  }

  /** Times of the stages that ended. */
  public Map<Stage, Duration> stages() {
    return Map.copyOf(stages);
  }

  /** Ids of the decoders that were given the source, in order. */
  public List<String> tried() {
    return List.copyOf(tried);
  }

  /** Version of the source, if it was given or the source could be opened. */
  public Optional<SourceVersion> version() {
    return version;
  }

  /** Size of the source; 0 before it is opened. */
  public long sourceBytes() {
    return sourceBytes;
  }
}
