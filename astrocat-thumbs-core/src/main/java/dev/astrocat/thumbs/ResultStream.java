package dev.astrocat.thumbs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Results in the order of their requests, of which a few are made ahead of who reads them. One
 * thread at a time.
 */
final class ResultStream implements Iterator<ThumbnailResult> {

  private final Iterator<ThumbnailRequest> requests;
  private final Function<ThumbnailRequest, CompletableFuture<Thumbnail>> start;
  private final int ahead;
  private final Deque<Pending> pending = new ArrayDeque<>();

  private record Pending(ThumbnailRequest request, CompletableFuture<Thumbnail> thumbnail) {}

  private ResultStream(
      Iterator<ThumbnailRequest> requests,
      Function<ThumbnailRequest, CompletableFuture<Thumbnail>> start,
      int ahead) {
    this.requests = requests;
    this.start = start;
    this.ahead = ahead;
  }

  /**
   * A stream; closing it cancels what is made ahead.
   *
   * @param ahead how many are made ahead
   */
  static Stream<ThumbnailResult> of(
      Iterator<ThumbnailRequest> requests,
      Function<ThumbnailRequest, CompletableFuture<Thumbnail>> start,
      int ahead) {
    ResultStream results = new ResultStream(requests, start, ahead);
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(results, traits), false)
        .onClose(results::cancel);
  }

  @Override
  public boolean hasNext() {
    return !pending.isEmpty() || requests.hasNext();
  }

  @Override
  public ThumbnailResult next() {
    while (pending.size() < ahead && requests.hasNext()) {
      ThumbnailRequest request = requests.next();
      pending.add(new Pending(request, start.apply(request)));
    }
    Pending first = pending.poll();
    if (first == null) {
      throw new NoSuchElementException("no more requests");
    }
    return result(first);
  }

  private ThumbnailResult result(Pending first) {
    try {
      return ThumbnailResult.of(first.request, first.thumbnail.get());
    } catch (InterruptedException e) {
      cancel();
      first.thumbnail.cancel(true);
      Thread.currentThread().interrupt();
      throw new LimitException(ErrorCode.CANCELLED, "interrupted while waiting for a result", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ThumbnailException failure) {
        return ThumbnailResult.of(first.request, failure);
      }
      throw new IllegalStateException("a thumbnail fails with a ThumbnailException alone", e);
    }
  }

  private void cancel() {
    pending.forEach(result -> result.thumbnail.cancel(true));
    pending.clear();
  }
}
