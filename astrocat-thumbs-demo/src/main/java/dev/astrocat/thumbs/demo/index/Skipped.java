package dev.astrocat.thumbs.demo.index;

import java.util.Locale;

/** Why a file or folder was left out of a scan. */
enum Skipped {
  /** A name that starts with a dot. */
  HIDDEN,
  /** A folder that a NAS or a file system keeps for itself. */
  SYSTEM_FOLDER,
  /** Our own thumbnails and data. */
  OWN_FOLDER,
  /** A mount of its own. */
  OTHER_MOUNT,
  /** A link, which may lead out of the mount. */
  LINK,
  /** A pipe, a socket or a device. */
  SPECIAL_FILE,
  /** No decoder reads files of that name. */
  OTHER_FORMAT,
  /** A picture with names and lines on it, which belongs to another one. */
  ANNOTATED,
  /** Bytes that are no text in the system's encoding: the file could not be found again. */
  UNREADABLE_NAME,
  /** It could not be looked into; what is known of it stays. */
  UNREADABLE,
  /** Somebody is still writing it; the next scan takes it. */
  GROWING;

  /** As it stands in answers: {@code other_format}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
