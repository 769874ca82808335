package dev.astrocat.thumbs;

import dev.astrocat.thumbs.admission.SingleFlight;
import dev.astrocat.thumbs.admission.Ticket;
import dev.astrocat.thumbs.cache.entry.EntryKey;
import dev.astrocat.thumbs.cache.entry.ThumbnailShelf;
import dev.astrocat.thumbs.corridor.Corridor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests whose look and size are resolved: from the cache, or with what is made, once for
 * all that ask at the same time. Thread-safe.
 */
final class ThumbnailDesk {

  private final Maker maker;
  private final Answers answers;
  private final SingleFlight<Wish, Thumbnail> flights = new SingleFlight<>();

  ThumbnailDesk(Corridor corridor, Optional<ThumbnailShelf> shelf, ThumbnailListener listener) {
    answers = new Answers(listener);
    maker = new Maker(corridor, shelf, answers);
  }

  /** The thumbnail that the cache holds, if it does; throws the failure that it remembers. */
  Optional<Thumbnail> cached(ThumbnailRequest request) {
    return maker.cached(request);
  }

  /** What the cache holds. */
  Shelved shelved(ThumbnailRequest request) {
    return maker.shelved(request);
  }

  /** Thumbnails in the order of the requests, which differ in size and format alone. */
  List<Thumbnail> thumbnails(List<ThumbnailRequest> requests, Ticket ticket) {
    List<Optional<Thumbnail>> found = requests.stream().map(maker::found).toList();
    Map<Wish, ThumbnailRequest> missing = new LinkedHashMap<>();
    for (int i = 0; i < requests.size(); i++) {
      if (found.get(i).isEmpty()) {
        missing.put(Wish.of(requests.get(i)), requests.get(i));
      }
    }
    Map<Wish, Thumbnail> made = missing.isEmpty() ? Map.of() : made(missing, ticket);
    List<Thumbnail> thumbnails = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      ThumbnailRequest request = requests.get(i);
      thumbnails.add(found.get(i).orElseGet(() -> thumbnail(Wish.of(request), made)));
    }
    return thumbnails;
  }

  private Map<Wish, Thumbnail> made(Map<Wish, ThumbnailRequest> missing, Ticket ticket) {
    Set<Wish> shared = new LinkedHashSet<>(missing.keySet());
    try {
      Map<Wish, Thumbnail> thumbnails =
          flights.run(missing, ticket, claimed -> made(claimed, shared, ticket));
      shared.forEach(wish -> answers.shared(request(wish, missing), thumbnail(wish, thumbnails)));
      return thumbnails;
    } catch (ThumbnailException e) {
      shared.forEach(wish -> answers.sharedFailure(request(wish, missing), e));
      throw e;
    }
  }

  private Map<Wish, Thumbnail> made(
      Map<Wish, ThumbnailRequest> claimed, Set<Wish> shared, Ticket ticket) {
    shared.removeAll(claimed.keySet());
    List<Thumbnail> thumbnails = maker.foundOrMade(List.copyOf(claimed.values()), ticket);
    Map<Wish, Thumbnail> made = new HashMap<>();
    for (Wish wish : claimed.keySet()) {
      made.put(wish, thumbnails.get(made.size()));
    }
    return made;
  }

  /**
   * The thumbnail, found or made in a thread of the executor.
   *
   * @param executor runs it, or throws a {@link ThumbnailException}
   */
  @SuppressWarnings("FutureReturnValueIgnored") // who wants the thumbnail has the first stage
  CompletableFuture<Thumbnail> started(
      ThumbnailRequest request, Ticket ticket, Consumer<Runnable> executor) {
    AtomicBoolean isOwn = new AtomicBoolean();
    CompletableFuture<Thumbnail> thumbnail =
        flights.start(
            Wish.of(request),
            ticket,
            executor,
            () -> {
              isOwn.set(true);
              return maker.foundOrMade(List.of(request), ticket).get(0);
            });
    thumbnail.whenComplete(
        (made, failure) -> {
          if (!isOwn.get()) {
            tellShared(request, made, failure);
          }
        });
    return thumbnail;
  }

  private void tellShared(
      ThumbnailRequest request, @Nullable Thumbnail made, @Nullable Throwable failure) {
    if (made != null) {
      answers.shared(request, made);
    } else if (failure instanceof ThumbnailException known) {
      answers.sharedFailure(request, known);
    }
  }

  private static ThumbnailRequest request(Wish wish, Map<Wish, ThumbnailRequest> requests) {
    return Objects.requireNonNull(requests.get(wish));
  }

  private static Thumbnail thumbnail(Wish wish, Map<Wish, Thumbnail> thumbnails) {
    return Objects.requireNonNull(thumbnails.get(wish));
  }

  /** Requests with equal wishes get the same answer. */
  private record Wish(EntryKey key, Reuse reuse) {

    static Wish of(ThumbnailRequest request) {
      return new Wish(EntryKey.of(request), request.reuse());
    }
  }
}
