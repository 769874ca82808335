package dev.astrocat.thumbs.demo.jobs;

import dev.astrocat.thumbs.host.BulkRequest;
import dev.astrocat.thumbs.host.BulkRequest.Target;
import dev.astrocat.thumbs.host.ThumbnailJob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text form of requests: that of a job whose first image says what the others are. */
final class RequestText {

  private static final String EVERYTHING = "everything";
  private static final String FOLDER = "folder";
  private static final String IMAGES = "images";

  private RequestText() {}

  /** The text; none for a long list of images. */
  static Optional<String> of(BulkRequest request) {
    List<String> target = target(request.target());
    return target.size() > ThumbnailJob.MAX_IMAGES
        ? Optional.empty()
        : Optional.of(
            new ThumbnailJob(
                    request.key(),
                    "request",
                    0,
                    target,
                    request.options(),
                    request.renewal(),
                    request.priority())
                .text());
  }

  private static List<String> target(Target target) {
    List<String> words = new ArrayList<>();
    if (target instanceof Target.Images images) {
      words.add(IMAGES);
      words.addAll(images.ids());
    } else if (target instanceof Target.Folder folder) {
      words.add(folder.folder().isPresent() ? FOLDER : EVERYTHING);
      folder.folder().map(Path::toString).ifPresent(words::add);
    }
    return words;
  }

  /**
   * The request of a text.
   *
   * @throws IllegalArgumentException if it is none
   */
  static BulkRequest parse(String text) {
    ThumbnailJob job = ThumbnailJob.parse(text);
    List<String> target = job.images().subList(1, job.images().size());
    BulkRequest request =
        switch (job.images().get(0)) {
          case EVERYTHING -> BulkRequest.everything();
          case FOLDER -> BulkRequest.under(Path.of(String.join("", target)));
          case IMAGES -> BulkRequest.images(target);
          default -> throw new IllegalArgumentException("not a request: " + job.images().get(0));
        };
    return request.options(job.options()).renewal(job.renewal()).priority(job.priority());
  }
}
