package dev.astrocat.thumbs.demo.node;

import dev.astrocat.thumbs.ThumbnailEvent;
import dev.astrocat.thumbs.ThumbnailListener;
import java.util.List;

/** Tells each of them, the one that may fail last. Thread-safe. */
record ManyListeners(List<ThumbnailListener> listeners) implements ThumbnailListener {

  ManyListeners {
    listeners = List.copyOf(listeners);
  }

  @Override
  public void answered(ThumbnailEvent event) {
    listeners.forEach(listener -> listener.answered(event));
  }
}
