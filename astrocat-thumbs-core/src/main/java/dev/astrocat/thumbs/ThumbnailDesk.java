package dev.astrocat.thumbs;

import dev.astrocat.thumbs.cache.entry.EntryKey;
import dev.astrocat.thumbs.cache.entry.Generation;
import dev.astrocat.thumbs.cache.entry.SingleFlight;
import dev.astrocat.thumbs.cache.entry.ThumbnailShelf;
import dev.astrocat.thumbs.corridor.Corridor;
import dev.astrocat.thumbs.corridor.Rendering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Answers requests whose look and size are resolved: from the cache, or with what the corridor
 * makes, once for all that ask at the same time. Thread-safe.
 */
final class ThumbnailDesk {

  private final Corridor corridor;
  private final Optional<ThumbnailShelf> shelf;
  private final SingleFlight<EntryKey, Thumbnail> flights = new SingleFlight<>();

  ThumbnailDesk(Corridor corridor, Optional<ThumbnailShelf> shelf) {
    this.corridor = corridor;
    this.shelf = shelf;
  }

  /** Thumbnails in the order of the requests, which differ in size and format alone. */
  List<Thumbnail> thumbnails(List<ThumbnailRequest> requests) {
    Map<EntryKey, Thumbnail> thumbnails = new HashMap<>();
    Map<EntryKey, ThumbnailRequest> missing = new LinkedHashMap<>();
    for (ThumbnailRequest request : requests) {
      EntryKey key = EntryKey.of(request);
      found(request).ifPresentOrElse(t -> thumbnails.put(key, t), () -> missing.put(key, request));
    }
    thumbnails.putAll(flights.run(missing, this::foundOrMade));
    return requests.stream()
        .map(request -> Objects.requireNonNull(thumbnails.get(EntryKey.of(request))))
        .toList();
  }

  /** The thumbnail that the cache holds, if it does. */
  Optional<Thumbnail> found(ThumbnailRequest request) {
    return shelf.flatMap(s -> s.find(request));
  }

  /** Looks again: an equal request may have been served between the first look and now. */
  private Map<EntryKey, Thumbnail> foundOrMade(Map<EntryKey, ThumbnailRequest> requests) {
    Map<EntryKey, Thumbnail> thumbnails = new HashMap<>();
    List<ThumbnailRequest> missing = new ArrayList<>();
    requests.forEach(
        (key, request) ->
            found(request)
                .ifPresentOrElse(t -> thumbnails.put(key, t), () -> missing.add(request)));
    if (!missing.isEmpty()) {
      Optional<Generation> begun = shelf.map(ThumbnailShelf::generation);
      List<Rendering> renderings = corridor.make(missing);
      for (int i = 0; i < missing.size(); i++) {
        ThumbnailRequest request = missing.get(i);
        thumbnails.put(EntryKey.of(request), kept(begun, request, renderings.get(i)));
      }
    }
    return thumbnails;
  }

  private Thumbnail kept(
      Optional<Generation> begun, ThumbnailRequest request, Rendering rendering) {
    return begun
        .flatMap(
            generation ->
                shelf.map(
                    s -> s.store(generation, request, rendering.version(), rendering.thumbnail())))
        .orElse(rendering.thumbnail())
        .withDecision(rendering.curve());
  }
}
