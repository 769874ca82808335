package dev.astrocat.thumbs.demo.node;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.ThumbnailEvent;
import dev.astrocat.thumbs.ThumbnailEvent.Outcome;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailListener;
import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.catalog.Problem;
import dev.astrocat.thumbs.demo.database.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the catalog which images have no thumbnail, and which have one again. Thread-safe.
 */
record ProblemListener(Catalog catalog) implements ThumbnailListener {

  private static final Logger log = LoggerFactory.getLogger(ProblemListener.class);

  /** These say nothing of the image. */
  private static final Set<ErrorCode> OURS =
      Set.of(
          ErrorCode.BUSY,
          ErrorCode.CANCELLED,
          ErrorCode.CLOSED,
          ErrorCode.HOST_FAILURE,
          ErrorCode.OUTPUT_UNSUPPORTED,
          ErrorCode.OUT_OF_MEMORY,
          ErrorCode.STRETCH_FAILED);

  @Override
  public void answered(ThumbnailEvent event) {
    try {
      write(event);
    } catch (StoreException e) {
      if (!e.isOutage()) {
        throw e;
      }
      log.debug("what became of an image is not in the catalog", e); // the next attempt tells
    }
  }

  private void write(ThumbnailEvent event) {
    Path file = Path.of(event.request().source().identity());
    Outcome outcome = event.outcome();
    if (outcome == Outcome.RENDERED) {
      catalog.succeeded(file);
    } else if (outcome == Outcome.FAILED || outcome == Outcome.FAILED_BEFORE) {
      event
          .failure()
          .filter(failure -> !OURS.contains(failure.code()) && !isAway(file, failure.code()))
          .ifPresent(failure -> catalog.failed(file, problem(failure)));
    }
  }

  /** A file whose folder is missing too is on a disk that is away, and comes back with it. */
  private static boolean isAway(Path file, ErrorCode code) {
    Path folder = file.getParent();
    return code == ErrorCode.SOURCE_NOT_FOUND && folder != null && !Files.isDirectory(folder);
  }

  private static Problem problem(ThumbnailException failure) {
    String detail = String.valueOf(failure.getMessage());
    return new Problem(failure.code(), detail, failure.isTransient(), Instant.now());
  }
}
