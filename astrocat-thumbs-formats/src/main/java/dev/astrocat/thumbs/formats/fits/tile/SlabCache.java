package dev.astrocat.thumbs.formats.fits.tile;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps decoded slabs, the most recently used ones if not all fit. Thread-safe; a slab that several
 * threads want is decoded once.
 */
final class SlabCache {

  private final Loader loader;
  private final Map<Long, Slot> slots;

  SlabCache(long capacity, Loader loader) {
    this.loader = loader;
    this.slots =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, Slot> eldest) {
            return size() > capacity;
          }
        };
  }

  /** Decodes one slab into an array of the image's sample type. */
  @FunctionalInterface
  interface Loader {
    Object load(long slab) throws IOException;
  }

  Object get(long slab) throws IOException {
    Slot slot;
    synchronized (slots) {
      slot = slots.computeIfAbsent(slab, key -> new Slot());
    }
    return slot.get(loader, slab);
  }

  private static final class Slot {
    private @Nullable Object samples;

    synchronized Object get(Loader loader, long slab) throws IOException {
      Object loaded = samples;
      if (loaded == null) {
        loaded = loader.load(slab);
        samples = loaded;
      }
      return loaded;
    }
  }
}
