package dev.astrocat.thumbs.formats.webp;

import dev.astrocat.thumbs.decode.Availability;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the library is there, tried once. The one place that sees it missing: everything else is
 * only called when it is ready.
 */
final class Library {

  private static final Logger log = LoggerFactory.getLogger(Library.class);
  private static final String ARTIFACT = "com.github.usefulness:webp-imageio";

  static final Availability AVAILABILITY = tried();

  private Library() {}

  private static Availability tried() {
    try {
      LibraryWriter.prepare();
      return Availability.ready(ARTIFACT);
    } catch (UnsatisfiedLinkError e) {
      log.debug("the native part of {} cannot be used", ARTIFACT, e);
      return Availability.missing(
          "WebP cannot be written: the native part of %s does not run on this machine (%s, %s)"
              .formatted(ARTIFACT, System.getProperty("os.name"), System.getProperty("os.arch")));
    } catch (LinkageError e) {
      log.debug("{} cannot be used", ARTIFACT, e);
      return Availability.missing(
          "WebP cannot be written: add the library %s, with what it needs, to the application (%s)"
              .formatted(ARTIFACT, e));
    }
  }
}
