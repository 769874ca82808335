package dev.astrocat.thumbs.cache.entry;

import java.util.Objects;

/** The release that wrote an entry, for people who look into one; nothing is decided by it. */
final class LibraryVersion {

  /** As the jar's manifest says. */
  static final String TEXT =
      Objects.requireNonNullElse(
          LibraryVersion.class.getPackage().getImplementationVersion(), "unreleased");

  private LibraryVersion() {}
}
