package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A store in which the bytes of one image cannot be read for the moment.
 *
 * @param id of that image
 */
record UnreadableStore(ImageStore all, String id) implements ImageStore {

  @Override
  public Optional<ImageRecord> find(String wanted) {
    return wanted.equals(id)
        ? Optional.of(
            ImageRecord.of(
                id,
                ImageSource.stream(
                    id,
                    new SourceVersion("1"),
                    () -> {
                      throw new IOException("connection reset");
                    })))
        : all.find(wanted);
  }

  @Override
  public List<ImageRecord> page(Optional<Path> under, Optional<String> after, int limit) {
    return all.page(under, after, limit);
  }

  @Override
  public boolean saveThumbnail(String image, String location, Instant made) {
    return all.saveThumbnail(image, location, made);
  }

  @Override
  public long clearThumbnails() {
    return all.clearThumbnails();
  }
}
