package dev.astrocat.thumbs;

import dev.astrocat.thumbs.corridor.HostCall;
import dev.astrocat.thumbs.host.ImageRecord;
import dev.astrocat.thumbs.host.ImageStore;
import dev.astrocat.thumbs.source.ImageSource;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The sources of all images of a store, page by page. One thread at a time. */
final class StoredSources implements Iterator<ImageSource> {

  private static final int PAGE = 1_000;

  private final ImageStore store;
  private Optional<String> after = Optional.empty();
  private Iterator<ImageRecord> page = List.<ImageRecord>of().iterator();
  private boolean isLast;

  StoredSources(ImageStore store) {
    this.store = store;
  }

  @Override
  public boolean hasNext() {
    while (!page.hasNext() && !isLast) {
      List<ImageRecord> next =
          HostCall.run("reading the image store", () -> store.page(Optional.empty(), after, PAGE));
      isLast = next.isEmpty();
      page = next.iterator();
    }
    return page.hasNext();
  }

  @Override
  public ImageSource next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ImageRecord image = page.next();
    after = Optional.of(image.id());
    return image.source();
  }
}
