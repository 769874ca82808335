package dev.astrocat.thumbs.demo.node;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Since when something that others provide is of no use. Thread-safe. */
public final class Outages {

  private static final Logger log = LoggerFactory.getLogger(Outages.class);

  private final String name;
  private volatile Optional<Outage> present = Optional.empty();

  Outages(String name) {
    this.name = name;
  }

  /** What is wrong. */
  public enum Trouble {
    /** It does not answer. */
    AWAY("does not answer"),
    /** It answers, but has no room for changes. */
    FULL("has no room left on its disk");

    private final String words;

    Trouble(String words) {
      this.words = words;
    }
  }

  /**
   * Something that is of no use.
   *
   * @param since when it was first seen to be
   */
  public record Outage(Trouble trouble, Instant since) {}

  /** What is wrong with it; empty if it was well a moment ago. No I/O. */
  public Optional<Outage> present() {
    return present;
  }

  void told(Optional<Trouble> trouble) {
    Optional<Outage> before = present;
    if (trouble.isEmpty() && before.isPresent()) {
      long seconds = Duration.between(before.get().since(), Instant.now()).toSeconds();
      log.warn("{} is well again, after {} s", name, seconds);
      present = Optional.empty();
    } else if (trouble.isPresent() && !trouble.equals(before.map(Outage::trouble))) {
      log.warn("{} {}; what needs it waits", name, trouble.get().words);
      Instant since = before.map(Outage::since).orElseGet(Instant::now);
      present = Optional.of(new Outage(trouble.get(), since));
    }
  }
}
