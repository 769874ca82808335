package dev.astrocat.thumbs.demo.catalog;

import java.util.Optional;
import java.util.Set;

/**
 * Which images, and in which order. Empty means all. Immutable.
 *
 * @param text words that must all occur in name, object, filter or folder, whatever their case
 * @param path a mount's name, or mount name, slash and folder: images there or below
 * @param kinds names of {@link dev.astrocat.thumbs.classify.FrameKind}, any case; any of them
 * @param formats file formats, any case; any of them
 * @param filters filters, as facets give them; any of them
 * @param solved only with, or only without, world coordinates
 * @param problems only with, or only without, a problem
 * @param subtype only of that subtype
 * @param sort what they are ordered by
 * @param order in which direction
 */
public record ImageQuery(
    Optional<String> text,
    Optional<String> path,
    Set<String> kinds,
    Set<String> formats,
    Set<String> filters,
    Optional<Boolean> solved,
    Optional<Boolean> problems,
    Optional<Subtype> subtype,
    Sort sort,
    Order order) {

  /** All images, newest first. */
  public static final ImageQuery ALL =
      new ImageQuery(
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Set.of(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Sort.DATE,
          Order.DESCENDING);

  /** What images are ordered by; the id decides between equal ones. */
  public enum Sort {
    /** When the exposure began; when the file was written, where that is not known. */
    DATE,
    /** File name; numbers in it by their value. */
    NAME,
    /** Object; those without come last. */
    OBJECT,
    /** When they were added. */
    ID
  }

  /** Direction of an order. */
  public enum Order {
    /** Smallest, earliest, A first. */
    ASCENDING,
    /** Largest, latest, Z first. */
    DESCENDING
  }

  /** Keeps the sets as they are now. */
  public ImageQuery {
    kinds = Set.copyOf(kinds);
    formats = Set.copyOf(formats);
    filters = Set.copyOf(filters);
  }
}
