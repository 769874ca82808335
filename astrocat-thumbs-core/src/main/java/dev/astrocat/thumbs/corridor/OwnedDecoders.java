package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.decode.FormatDecoder;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decoders that a generator found itself and therefore closes. */
public final class OwnedDecoders implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OwnedDecoders.class);

  private final List<FormatDecoder> decoders;

  /** These. */
  public OwnedDecoders(List<FormatDecoder> decoders) {
    this.decoders = decoders;
  }

  /** Closes each that can be closed, whatever the others do. */
  @Override
  public void close() {
    for (FormatDecoder decoder : decoders) {
      if (decoder instanceof Closeable closeable) {
        close(decoder.id(), closeable);
      }
    }
  }

  private static void close(String id, Closeable decoder) {
    try {
      decoder.close();
    } catch (IOException e) {
      log.warn("decoder {} could not be closed", id, e);
    }
  }
}
