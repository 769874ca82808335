package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.HostException;
import dev.astrocat.thumbs.ThumbnailEvent;
import dev.astrocat.thumbs.ThumbnailListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listener that harms nobody.
 *
 * @param listener anybody's listener
 */
public record GuardedListener(ThumbnailListener listener) implements ThumbnailListener {

  private static final Logger LOG = LoggerFactory.getLogger(ThumbnailListener.class);

  @Override
  public void answered(ThumbnailEvent event) {
    try {
      HostCall.run(
          "a listener",
          () -> {
            listener.answered(event);
            return event;
          });
    } catch (HostException e) {
      LOG.warn("a thumbnail listener failed", e);
    }
  }
}
