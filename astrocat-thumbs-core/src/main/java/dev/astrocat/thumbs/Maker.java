package dev.astrocat.thumbs;

import dev.astrocat.thumbs.admission.Ticket;
import dev.astrocat.thumbs.cache.entry.Generation;
import dev.astrocat.thumbs.cache.entry.ThumbnailShelf;
import dev.astrocat.thumbs.corridor.Attempt;
import dev.astrocat.thumbs.corridor.Corridor;
import dev.astrocat.thumbs.corridor.Rendering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds thumbnails in the cache, or makes and keeps them; so with failures. Thread-safe. */
final class Maker {

  private final Corridor corridor;
  private final Optional<ThumbnailShelf> shelf;
  private final Answers answers;

  Maker(Corridor corridor, Optional<ThumbnailShelf> shelf, Answers answers) {
    this.corridor = corridor;
    this.shelf = shelf;
    this.answers = answers;
  }

  /** What the cache holds for a request. */
  Shelved shelved(ThumbnailRequest request) {
    return shelf.map(s -> s.shelved(request, corridor.parts()::abilities)).orElse(Shelved.MISSING);
  }

  /** As {@link #found}, but throws the failure that the cache remembers. */
  Optional<Thumbnail> cached(ThumbnailRequest request) {
    return toldOf(
        request,
        () -> {
          Optional<Thumbnail> found = find(request);
          if (found.isEmpty()) {
            rethrowRemembered(request);
          }
          return found;
        });
  }

  /** The thumbnail that the cache holds, if the request may be answered with it. */
  Optional<Thumbnail> found(ThumbnailRequest request) {
    return toldOf(request, () -> find(request));
  }

  private Optional<Thumbnail> find(ThumbnailRequest request) {
    return request.reuse() == Reuse.NONE ? Optional.empty() : shelf.flatMap(s -> s.find(request));
  }

  private Optional<Thumbnail> toldOf(
      ThumbnailRequest request, Supplier<Optional<Thumbnail>> search) {
    try {
      Optional<Thumbnail> found = search.get();
      found.ifPresent(thumbnail -> answers.found(request, thumbnail));
      return found;
    } catch (ThumbnailException e) {
      answers.failed(request, e, new Attempt(request.source()));
      throw e;
    }
  }

  /**
   * Thumbnails in the order of the requests. Looks again: an equal request may have been served
   * between the first look and now.
   */
  List<Thumbnail> foundOrMade(List<ThumbnailRequest> requests, Ticket ticket) {
    Map<ThumbnailRequest, Thumbnail> thumbnails = new HashMap<>();
    requests.forEach(request -> found(request).ifPresent(t -> thumbnails.put(request, t)));
    List<ThumbnailRequest> missing = new ArrayList<>(requests);
    missing.removeAll(thumbnails.keySet());
    if (!missing.isEmpty()) {
      thumbnails.putAll(made(missing, ticket));
    }
    return requests.stream()
        .map(request -> Objects.requireNonNull(thumbnails.get(request)))
        .toList();
  }

  private Map<ThumbnailRequest, Thumbnail> made(List<ThumbnailRequest> requests, Ticket ticket) {
    Attempt attempt = new Attempt(requests.get(0).source());
    try {
      Map<ThumbnailRequest, Thumbnail> made = new HashMap<>();
      Optional<Generation> begun = shelf.map(ThumbnailShelf::generation);
      List<Rendering> renderings = rendered(begun, requests, ticket, attempt);
      for (ThumbnailRequest request : requests) {
        made.put(request, kept(begun, request, renderings.get(made.size())));
      }
      attempt.ended(Stage.STORE);
      made.forEach((request, thumbnail) -> answers.made(request, thumbnail, attempt));
      return made;
    } catch (ThumbnailException e) {
      requests.forEach(request -> answers.failed(request, e, attempt));
      throw e;
    }
  }

  private List<Rendering> rendered(
      Optional<Generation> begun, List<ThumbnailRequest> requests, Ticket ticket, Attempt attempt) {
    ThumbnailRequest any = requests.get(0);
    rethrowRemembered(any);
    try {
      List<Rendering> renderings = corridor.make(requests, ticket, attempt);
      if (any.reuse() != Reuse.ALL) {
        shelf.ifPresent(s -> s.failures().forget(any));
      }
      return renderings;
    } catch (ThumbnailException e) {
      begun.ifPresent(generation -> remember(generation, any, attempt, e));
      throw e;
    }
  }

  private void rethrowRemembered(ThumbnailRequest request) {
    if (request.reuse() != Reuse.ALL) {
      return;
    }
    Optional<ThumbnailException> before =
        shelf.flatMap(s -> s.failures().find(request, corridor.parts()::abilities));
    if (before.isPresent()) {
      throw before.get();
    }
  }

  private void remember(
      Generation begun, ThumbnailRequest request, Attempt attempt, ThumbnailException e) {
    shelf.ifPresent(
        s ->
            attempt
                .version()
                .ifPresent(
                    version ->
                        s.failures()
                            .store(
                                begun,
                                request,
                                version,
                                e,
                                attempt.tried(),
                                corridor.parts()::abilities)));
  }

  private Thumbnail kept(
      Optional<Generation> begun, ThumbnailRequest request, Rendering rendering) {
    Optional<Thumbnail> kept =
        shelf.flatMap(
            s ->
                begun.map(
                    generation ->
                        s.store(generation, request, rendering.version(), rendering.thumbnail())));
    return kept.orElse(rendering.thumbnail()).withDecision(rendering.curve());
  }
}
