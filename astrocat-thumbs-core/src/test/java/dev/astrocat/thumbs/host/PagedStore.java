package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.source.ImageSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** A table of any number of images that all show the same bytes; rows are made when asked for. */
final class PagedStore implements ImageStore {

  private final int rows;
  private final byte[] bytes;
  private final BitSet saved = new BitSet();

  PagedStore(int rows, byte[] bytes) {
    this.rows = rows;
    this.bytes = bytes;
  }

  @Override
  public Optional<ImageRecord> find(String id) {
    return Optional.of(image(Integer.parseInt(id)));
  }

  @Override
  public List<ImageRecord> page(Optional<Path> under, Optional<String> after, int limit) {
    int first = after.map(id -> Integer.parseInt(id) + 1).orElse(0);
    return IntStream.range(first, Math.min(rows, first + limit)).mapToObj(this::image).toList();
  }

  @Override
  public OptionalLong count(Optional<Path> under) {
    return OptionalLong.of(rows);
  }

  private ImageRecord image(int row) {
    String name = "/data/survey/field-%04d/image-%07d.plain".formatted(row / 1000, row);
    return ImageRecord.of("%07d".formatted(row), ImageSource.of(name, bytes))
        .withSubframe(Subframe.NO);
  }

  @Override
  public synchronized boolean saveThumbnail(String id, String location, Instant made) {
    saved.set(Integer.parseInt(id));
    return true;
  }

  synchronized int saved() {
    return saved.cardinality();
  }

  @Override
  public synchronized long clearThumbnails() {
    long cleared = saved.cardinality();
    saved.clear();
    return cleared;
  }
}
