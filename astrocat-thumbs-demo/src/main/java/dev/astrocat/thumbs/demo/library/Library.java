package dev.astrocat.thumbs.demo.library;

import dev.astrocat.thumbs.host.ImageRecord;
import dev.astrocat.thumbs.host.ImageStore;
import dev.astrocat.thumbs.host.MemoryImageStore;
import dev.astrocat.thumbs.source.ImageSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The images that the server shows, in the order of the grid. Thread-safe. */
public final class Library {

  private final List<LibraryImage> images;
  private final Map<String, LibraryImage> byId = new LinkedHashMap<>();
  private final ImageStore store;

  /** A library of these images, in this order; an image that comes twice is shown once. */
  public Library(List<LibraryImage> found) {
    found.forEach(image -> byId.putIfAbsent(image.id(), image));
    images = List.copyOf(byId.values());
    store =
        new MemoryImageStore(
            images.stream()
                .map(image -> ImageRecord.of(image.id(), ImageSource.of(image.file())))
                .toList());
  }

  /** Number of images. */
  public int size() {
    return images.size();
  }

  /**
   * A page of images.
   *
   * @param page from 1
   * @param pageSize images a page, at least 1
   */
  public List<LibraryImage> page(int page, int pageSize) {
    long first = Math.min((page - 1L) * pageSize, images.size());
    long end = Math.min(first + pageSize, images.size());
    return images.subList((int) first, (int) end);
  }

  /** The image of that id. */
  public Optional<LibraryImage> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The records behind it, as the library knows them. */
  public ImageStore store() {
    return store;
  }
}
