package dev.astrocat.thumbs.cache.soak;

import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.host.ImageRecord;
import dev.astrocat.thumbs.host.ImageStore;
import dev.astrocat.thumbs.host.SavedThumbnail;
import dev.astrocat.thumbs.source.ImageSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Records in a folder that several processes share: of each image the file's path, and beside it
 * the thumbnail's place and time, if it has one.
 */
record FileImageStore(Path folder) implements ImageStore {

  void put(String id, Path image) {
    WholeFile.write(folder.resolve(id + ".image"), image.toString());
  }

  void remove(String id) {
    try {
      Files.deleteIfExists(folder.resolve(id + ".image"));
      Files.deleteIfExists(folder.resolve(id + ".thumbnail"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<ImageRecord> find(String id) {
    return WholeFile.read(folder.resolve(id + ".image")).map(path -> record(id, Path.of(path)));
  }

  private ImageRecord record(String id, Path image) {
    ImageRecord plain = ImageRecord.of(id, ImageSource.of(image)).withSubframe(Subframe.NO);
    return thumbnail(id).map(plain::withThumbnail).orElse(plain);
  }

  private Optional<SavedThumbnail> thumbnail(String id) {
    return WholeFile.read(folder.resolve(id + ".thumbnail"))
        .map(text -> text.split(" ", 2))
        .map(parts -> new SavedThumbnail(parts[1], Instant.parse(parts[0])));
  }

  @Override
  public List<ImageRecord> page(Optional<Path> under, Optional<String> after, int limit) {
    return ids(".image").stream()
        .filter(id -> after.isEmpty() || id.compareTo(after.get()) > 0)
        .limit(limit)
        .flatMap(id -> find(id).stream())
        .toList();
  }

  @Override
  public boolean saveThumbnail(String id, String location, Instant made) {
    boolean isKnown = Files.exists(folder.resolve(id + ".image"));
    if (isKnown) {
      WholeFile.write(folder.resolve(id + ".thumbnail"), made + " " + location);
    }
    return isKnown;
  }

  @Override
  public long clearThumbnails() {
    long cleared = 0;
    for (String id : ids(".thumbnail")) {
      try {
        cleared += Files.deleteIfExists(folder.resolve(id + ".thumbnail")) ? 1 : 0;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return cleared;
  }

  private List<String> ids(String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
