package dev.astrocat.thumbs.testing;

import dev.astrocat.thumbs.decode.Availability;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Counts how often the simplest format is opened, and fails as a test wants. Thread-safe. */
public final class CountingDecoder implements FormatDecoder {

  private final PlainDecoder plain = new PlainDecoder("plain", Match.BY_CONTENT);
  private final AtomicInteger opened = new AtomicInteger();
  private volatile String detail = "1.0";
  private volatile Optional<Supplier<Throwable>> failure = Optional.empty();

  /** How often a source was opened. */
  public int opened() {
    return opened.get();
  }

  /** From now on each source fails with this. */
  public void failWith(Supplier<Throwable> thrown) {
    failure = Optional.of(thrown);
  }

  /** From now on sources are decoded. */
  public void succeed() {
    failure = Optional.empty();
  }

  /** Becomes another version of itself. */
  public void update(String version) {
    detail = version;
  }

  @Override
  public String id() {
    return plain.id();
  }

  @Override
  public Set<String> extensions() {
    return plain.extensions();
  }

  @Override
  public Availability availability() {
    return Availability.ready(detail);
  }

  @Override
  public Match probe(SourceHead head) {
    return plain.probe(head);
  }

  @Override
  public PixelSource open(SourceBytes source, DecodeContext context) throws IOException {
    opened.incrementAndGet();
    if (failure.isPresent()) {
      Throwable thrown = failure.get().get();
      if (thrown instanceof Error error) {
        throw error;
      }
      if (thrown instanceof IOException e) {
        throw e;
      }
      throw (RuntimeException) thrown;
    }
    return plain.open(source, context);
  }
}
