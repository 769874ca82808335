package dev.astrocat.thumbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.OrphanReport;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import dev.astrocat.thumbs.host.ImageRecord;
import dev.astrocat.thumbs.host.ImageStore;
import dev.astrocat.thumbs.host.MemoryImageStore;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.testing.CountingDecoder;
import dev.astrocat.thumbs.testing.MapCache;
import dev.astrocat.thumbs.testing.PlainDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries of images that are gone, in a cache whose entries are all very old. */
final class OrphansTest {

  private final MapCache cache = new MapCache();
  private final MemoryImageStore store = new MemoryImageStore();
  private final ThumbnailGenerator thumbnails = generator(cache);

  @TempDir private Path folder;

  @Test
  void whatTheStoreDoesNotHaveIsFoundAndDeleted() throws IOException {
    image("known");
    image("unknown");
    thumbnails.generate(ThumbnailRequest.of(folder.resolve("unknown.plain")).size(1));
    cache.write("annotated_7.jpg", new byte[3]);
    store.remove("unknown");
    OrphanReport report = thumbnails.orphans(store);
    assertThat(report.files()).allMatch(file -> file.name().startsWith("unknown_")).hasSize(3);
    assertThat(report.sizeBytes()).isPositive();
    assertThat(names()).as("a dry run").hasSize(6);
    assertThat(thumbnails.deleteOrphans(report)).isEqualTo(3);
    assertThat(names()).hasSize(3).noneMatch(name -> name.startsWith("unknown_"));
    assertThat(thumbnails.orphans(store).count()).isZero();
    assertThat(thumbnails.deleteOrphans(report)).as("again").isZero();
  }

  @Test
  void aFileThatIsGoneLeavesOrphansButAnUnmountedDiskDoesNot() throws IOException {
    image("gone");
    Path disk = Files.createDirectories(folder.resolve("disk/2024"));
    Path file = Files.write(disk.resolve("far.plain"), PlainDecoder.file(1, 1, (short) 5));
    store.put(ImageRecord.of("far", ImageSource.of(file)));
    thumbnails.generate(file);
    Files.delete(folder.resolve("gone.plain"));
    Files.move(folder.resolve("disk"), folder.resolve("unmounted"));
    assertThat(thumbnails.orphans(store).files())
        .allMatch(entry -> entry.name().startsWith("gone_"))
        .hasSize(2);
  }

  @Test
  void youngEntriesAreSpared() throws IOException {
    image("young");
    store.remove("young");
    try (ThumbnailGenerator young = generator(new YoungCache(cache))) {
      assertThat(young.orphans(store).count()).isZero();
    }
    assertThat(thumbnails.orphans(store).count()).isEqualTo(2);
  }

  @Test
  void whatChangedSinceTheReportStays() throws IOException {
    image("m31");
    store.remove("m31");
    OrphanReport report = thumbnails.orphans(store);
    cache.write(report.files().get(0).name(), new byte[7]);
    assertThat(thumbnails.deleteOrphans(report)).isEqualTo(1);
  }

  @Test
  void aForgedReportDeletesNothingOfOthers() {
    cache.write("annotated_7.jpg", new byte[3]);
    List<CachedFile> all = cache.list().toList();
    assertThat(thumbnails.deleteOrphans(new OrphanReport(all))).isZero();
  }

  @Test
  void thousandsOfRecordsArePaged() throws IOException {
    for (int i = 0; i < 2_500; i++) {
      store.put(ImageRecord.of("id" + i, ImageSource.of("image " + i, new byte[1])));
    }
    image("zz-last");
    assertThat(thumbnails.orphans(store).count()).isZero();
  }

  @Test
  void aStoreThatFailsMakesNoOrphans() throws IOException {
    image("m31");
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> thumbnails.orphans(new BrokenStore()));
    assertThat(names()).hasSize(2);
  }

  private void image(String name) throws IOException {
    Path file =
        Files.write(
            folder.resolve(name + ".plain"), PlainDecoder.file(2, 1, (short) 5, (short) 900));
    store.put(ImageRecord.of(name, ImageSource.of(file)));
    thumbnails.generate(file);
  }

  private List<String> names() {
    return cache.list().map(CachedFile::name).toList();
  }

  private static ThumbnailGenerator generator(ThumbnailCache cache) {
    return ThumbnailGenerator.builder().onlyDecoders(new CountingDecoder()).cache(cache).build();
  }

  /** The same entries, written an hour ago. */
  private record YoungCache(MapCache cache) implements ThumbnailCache {

    @Override
    public Optional<byte[]> read(String name) {
      return cache.read(name);
    }

    @Override
    public String write(String name, byte[] bytes) {
      return cache.write(name, bytes);
    }

    @Override
    public boolean delete(String name) {
      return cache.delete(name);
    }

    @Override
    public Stream<CachedFile> list() {
      Instant written = Instant.now().minusSeconds(3_600);
      return cache.list().map(f -> new CachedFile(f.name(), f.sizeBytes(), written));
    }
  }

  /** A store whose database is down. */
  private static final class BrokenStore implements ImageStore {

    @Override
    public Optional<ImageRecord> find(String id) {
      throw new IllegalStateException("down");
    }

    @Override
    public List<ImageRecord> page(Optional<Path> under, Optional<String> after, int limit) {
      throw new IllegalStateException("down");
    }

    @Override
    public boolean saveThumbnail(String id, String location, Instant made) {
      throw new IllegalStateException("down");
    }

    @Override
    public long clearThumbnails() {
      throw new IllegalStateException("down");
    }
  }
}
