package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.host.SavedThumbnail;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * All that is known of an image. Immutable.
 *
 * @param id its key
 * @param file where it is
 * @param mount the mount path that it lies below
 * @param mountName what people call the mount
 * @param folder folders between mount and file, with slashes; empty in the mount's own folder
 * @param fileName its name
 * @param fileFormat by its name, in upper case: {@code FITS}
 * @param sizeBytes size of the file
 * @param modifiedNanos when the file was written, nanoseconds since 1970
 * @param fileKey what names the file on its disk whatever its path is
 * @param frame empty until the indexer has looked into the file
 * @param chosenSubtype what a person said
 * @param thumbnail where its thumbnail is
 * @param choice how a person wants it shown
 * @param problem why it has no thumbnail
 * @param added when it was first seen
 * @param touched when thumbnail, problem, choice or subtype changed last, by the database's clock
 * @param offline whether its mount is away
 */
public record CatalogImage(
    long id,
    Path file,
    Path mount,
    String mountName,
    String folder,
    String fileName,
    String fileFormat,
    long sizeBytes,
    long modifiedNanos,
    Optional<String> fileKey,
    Optional<Frame> frame,
    Optional<Subtype> chosenSubtype,
    Optional<SavedThumbnail> thumbnail,
    PictureChoice choice,
    Optional<Problem> problem,
    Instant added,
    Instant touched,
    boolean offline) {

  /** When the file was written. */
  public Instant modified() {
    return Nanos.instant(modifiedNanos);
  }

  /** Mount and folder in one, as people see them: {@code nas/m31/lights}. */
  public String path() {
    return folder.isEmpty() ? mountName : mountName + "/" + folder;
  }

  /** What a person said, else what its header tells. */
  public Optional<Subtype> subtype() {
    return chosenSubtype.or(() -> frame.flatMap(Frame::subtype));
  }

  /**
   * Whether it is a single exposure, as far as a person has said so: by choosing it for the picture
   * or else by giving the image a subtype.
   */
  public Subframe subframe() {
    return subframe(choice, chosenSubtype);
  }

  static Subframe subframe(PictureChoice choice, Optional<Subtype> chosenSubtype) {
    return choice.subframe() == Subframe.AUTO
        ? chosenSubtype.map(Subtype::subframe).orElse(Subframe.AUTO)
        : choice.subframe();
  }
}
