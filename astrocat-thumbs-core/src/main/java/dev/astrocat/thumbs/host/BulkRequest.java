package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.Priority;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which images get thumbnails, and how. Immutable: each method gives a changed copy.
 *
 * <pre>{@code
 * bulk.start(BulkRequest.under(Path.of("/data/m31")).renewal(Renewal.MISSING));
 * bulk.start(BulkRequest.image("4711").renewal(Renewal.FORCED).priority(Priority.INTERACTIVE));
 * }</pre>
 *
 * @param target which images
 * @param options what thumbnails
 * @param renewal of which of these images
 * @param priority who goes first
 */
public record BulkRequest(Target target, JobOptions options, Renewal renewal, Priority priority) {

  /** A set of images of the host. */
  public sealed interface Target {

    /**
     * Images in a folder or below it, by path elements.
     *
     * @param folder all images when empty
     */
    record Folder(Optional<Path> folder) implements Target {}

    /**
     * Certain images, in this order.
     *
     * @param ids the host's keys
     */
    record Images(List<String> ids) implements Target {
      /** Keeps the list as it is now. */
      public Images {
        ids = List.copyOf(ids);
      }
    }
  }

  /** All images of the host. */
  public static BulkRequest everything() {
    return of(new Target.Folder(Optional.empty()));
  }

  /** Images in that folder or below it: {@code /data/a} never takes {@code /data/ab}. */
  public static BulkRequest under(Path folder) {
    return of(new Target.Folder(Optional.of(folder)));
  }

  /** One image. */
  public static BulkRequest image(String id) {
    return images(List.of(id));
  }

  /** Certain images. */
  public static BulkRequest images(List<String> ids) {
    return of(new Target.Images(ids));
  }

  private static BulkRequest of(Target target) {
    return new BulkRequest(target, JobOptions.DEFAULT, Renewal.NEEDED, Priority.BULK);
  }

  /** With other thumbnails than the documented ones. */
  public BulkRequest options(JobOptions value) {
    return new BulkRequest(target, value, renewal, priority);
  }

  /** Of more or fewer images than those that need one. */
  public BulkRequest renewal(Renewal value) {
    return new BulkRequest(target, options, value, priority);
  }

  /** Before others. */
  public BulkRequest priority(Priority value) {
    return new BulkRequest(target, options, renewal, value);
  }

  /** What it is about, for persons: a folder, {@code *} for all images, or a number of images. */
  public String about() {
    if (target instanceof Target.Folder folder) {
      return folder.folder().map(ProgressKeys::text).orElse("*");
    }
    return ((Target.Images) target).ids().size() + " images";
  }

  /**
   * The key of its progress: of a folder the documented one, whatever else is asked for; of certain
   * images one that equal requests share.
   */
  public String key() {
    if (target instanceof Target.Folder folder) {
      return folder.folder().map(ProgressKeys::thumbnails).orElse(ProgressKeys.EVERYTHING);
    }
    return ProgressKeys.thumbnails(toString());
  }
}
