package dev.astrocat.thumbs.formats.fits.tile;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps decoded slabs: all as long as there is memory, and of the others those that were used last.
 * An image is read several times from its first row to its last; so the slabs that came first are
 * kept for good, since of those used last none would be left when they are wanted again.
 * Thread-safe; a slab that several threads want is decoded once.
 */
final class SlabCache {

  private final Loader loader;
  private final BooleanSupplier hasMemory;
  private final Map<Long, Slot> kept = new HashMap<>();
  private final Map<Long, Slot> usedLast;

  /**
   * A cache.
   *
   * @param inUse how many slabs are held in any case, one for each thread at least
   * @param hasMemory takes memory for one more slab if there is some
   */
  SlabCache(int inUse, BooleanSupplier hasMemory, Loader loader) {
    this.loader = loader;
    this.hasMemory = hasMemory;
    this.usedLast =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, Slot> eldest) {
            return size() > inUse;
          }
        };
  }

  /** Decodes one slab into an array of the image's sample type. */
  @FunctionalInterface
  interface Loader {
    Object load(long slab) throws IOException;
  }

  Object get(long slab) throws IOException {
    return slot(slab).get(loader, slab);
  }

  private synchronized Slot slot(long slab) {
    Slot known = kept.get(slab);
    if (known == null) {
      known = usedLast.get(slab);
    }
    if (known != null) {
      return known;
    }
    Slot slot = new Slot();
    (hasMemory.getAsBoolean() ? kept : usedLast).put(slab, slot);
    return slot;
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
