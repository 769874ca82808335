package dev.astrocat.thumbs.demo.node;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Since when something that others provide does not answer. Thread-safe. */
public final class Outages {

  private static final Logger log = LoggerFactory.getLogger(Outages.class);

  private final String name;
  private volatile Optional<Instant> since = Optional.empty();

  Outages(String name) {
    this.name = name;
  }

  /** Since when it is away; empty if it answered a moment ago. No I/O. */
  public Optional<Instant> since() {
    return since;
  }

  void told(Answer answer) {
    Optional<Instant> before = since;
    if (answer == Answer.SOME && before.isPresent()) {
      long seconds = Duration.between(before.get(), Instant.now()).toSeconds();
      log.warn("{} answers again, after {} s", name, seconds);
      since = Optional.empty();
    } else if (answer == Answer.NONE && before.isEmpty()) {
      log.warn("{} does not answer; what needs it waits", name);
      since = Optional.of(Instant.now());
    }
  }

  /** What came of asking for a sign of life. */
  enum Answer {
    SOME,
    NONE
  }
}
