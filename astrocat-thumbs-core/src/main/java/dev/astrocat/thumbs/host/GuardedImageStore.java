package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.corridor.HostCall;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Lets nothing but {@link dev.astrocat.thumbs.HostException} out of a host's store. */
record GuardedImageStore(ImageStore host) implements ImageStore {

  private static final String NAME = "the image store";

  @Override
  public Optional<ImageRecord> find(String id) {
    return HostCall.run(NAME, () -> host.find(id));
  }

  @Override
  public List<ImageRecord> page(Optional<Path> under, Optional<String> after, int limit) {
    return HostCall.run(NAME, () -> host.page(under, after, limit));
  }

  @Override
  public OptionalLong count(Optional<Path> under) {
    return HostCall.run(NAME, () -> host.count(under));
  }

  @Override
  public boolean saveThumbnail(String id, String location, Instant made) {
    return HostCall.run(NAME, () -> host.saveThumbnail(id, location, made));
  }

  @Override
  public long clearThumbnails() {
    return HostCall.run(NAME, host::clearThumbnails);
  }
}
