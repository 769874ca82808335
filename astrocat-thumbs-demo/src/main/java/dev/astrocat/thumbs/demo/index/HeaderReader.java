package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.Inspection;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.demo.catalog.Problem;
import dev.astrocat.thumbs.source.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the headers of image files. Thread-safe; blocks. */
final class HeaderReader {

  private static final Logger log = LoggerFactory.getLogger(HeaderReader.class);

  /** Decoders whose formats have keywords of their own, and no EXIF. */
  private static final Set<String> WITHOUT_EXIF = Set.of("fits", "xisf", "xisf-thumbnail", "png");

  private final ThumbnailGenerator generator;
  private final InstantSource clock;

  HeaderReader(ThumbnailGenerator generator, InstantSource clock) {
    this.generator = generator;
    this.clock = clock;
  }

  Reading read(Path file) {
    try {
      Inspection inspection = generator.inspect(ImageSource.of(file));
      return new Reading.Described(FrameFacts.of(inspection, camera(file, inspection.decoder())));
    } catch (ThumbnailException e) {
      String detail = String.valueOf(e.getMessage());
      return new Reading.Unreadable(
          new Problem(e.code(), detail, e.isTransient(), clock.instant()));
    }
  }

  /** An image without it is as good an image. */
  private static CameraFacts camera(Path file, String decoder) {
    if (WITHOUT_EXIF.contains(decoder)) {
      return CameraFacts.NONE;
    }
    try {
      return CameraFacts.of(file);
    } catch (IOException e) {
      log.debug("EXIF of {} could not be read", file, e);
      return CameraFacts.NONE;
    }
  }
}
