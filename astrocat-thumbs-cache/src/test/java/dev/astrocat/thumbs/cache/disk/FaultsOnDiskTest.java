package dev.astrocat.thumbs.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.CacheException;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.cache.disk.faulty.Faults;
import dev.astrocat.thumbs.cache.entry.EntryName;
import dev.astrocat.thumbs.cache.entry.ThumbnailShelf;
import dev.astrocat.thumbs.source.SourceVersion;
import dev.astrocat.thumbs.testing.TestThumbnails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The n-th operation of the file system fails, for every n: old or new, never part. */
final class FaultsOnDiskTest {

  private static final SourceVersion OLD = TestThumbnails.VERSION;
  private static final SourceVersion NEW = new SourceVersion("etag-2");

  private final Faults faults = new Faults();
  private final Thumbnail rendered = TestThumbnails.rendered(OutputFormat.JPEG, 64, 48);

  @TempDir Path folder;

  private ThumbnailShelf faulty;
  private ThumbnailShelf healthy;

  @BeforeEach
  void open() {
    faulty = shelf(faults.on(folder));
    healthy = shelf(folder);
  }

  @ParameterizedTest
  @EnumSource
  void aCommitLeavesTheOldEntryOrTheNew(Faults.Kind kind) throws IOException {
    long operations = operations(() -> store(faulty, NEW));
    assertThat(operations).isGreaterThanOrEqualTo(8);
    for (long n = 1; n <= operations; n++) {
      store(healthy, OLD);
      byte[] before = Files.readAllBytes(entry());
      faults.failAt(n, kind);
      Thumbnail given = store(faulty, NEW);
      faults.none();
      assertThat(given.bytes()).as("operation %d: the caller has its picture", n).isNotEmpty();
      boolean isOld = healthy.find(request(OLD)).isPresent();
      boolean isNew = healthy.find(request(NEW)).isPresent();
      assertThat(isOld ^ isNew).as("operation %d: old or new", n).isTrue();
      assertThat(given.location().isEmpty() || isNew).as("operation %d: as told", n).isTrue();
      assertThat(Files.readAllBytes(entry())).isEqualTo(isOld ? before : given.bytes());
      assertThat(names()).as("operation %d: nothing else", n).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDiskThatFailsFromSomePointOnHealsByItself(Faults.Kind kind) throws IOException {
    long operations = operations(() -> store(faulty, NEW));
    for (long n = 1; n <= operations; n++) {
      store(healthy, OLD);
      faults.failFrom(n, kind);
      assertThat(store(faulty, NEW).bytes()).isNotEmpty();
      assertThat(store(faulty, NEW).location()).isEmpty();
      faults.none();
      assertThat(healthy.find(request(OLD)).isPresent() ^ healthy.find(request(NEW)).isPresent())
          .isTrue();
      assertThat(store(faulty, NEW).location()).as("operation %d: healed", n).isPresent();
      assertThat(healthy.find(request(NEW))).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHitIsAHitOrAMiss(Faults.Kind kind) {
    Thumbnail stored = store(healthy, NEW);
    long operations = operations(() -> faulty.find(request(NEW)));
    assertThat(operations).isGreaterThanOrEqualTo(2);
    for (long n = 1; n <= operations; n++) {
      faults.failAt(n, kind);
      assertThat(faulty.find(request(NEW))).as("operation %d", n).isEmpty();
      assertThat(faulty.find(request(NEW)).orElseThrow().bytes()).isEqualTo(stored.bytes());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClearIsCompletedByTheNext(Faults.Kind kind) throws IOException {
    fill();
    long operations = operations(faulty::clear);
    assertThat(operations).isGreaterThanOrEqualTo(6);
    for (long n = 1; n <= operations; n++) {
      fill();
      faults.failAt(n, kind);
      boolean isDone = isDone(faulty::clear);
      faults.none();
      assertThat(thumbnails()).as("operation %d: whole", n).allMatch(this::isWhole);
      assertThat(!isDone || thumbnails().isEmpty()).as("operation %d: as told", n).isTrue();
      faulty.clear();
      assertThat(thumbnails()).as("operation %d: again", n).isEmpty();
      assertThat(names()).contains("annotated_7.jpg", "notes.txt");
    }
  }

  @Test
  void aFolderThatCannotBeListedIsNeitherClearedNorCounted() {
    fill(5);
    faults.failFrom(1, Faults.Kind.EACCES);
    assertThat(isDone(faulty::clear)).isFalse();
    faults.none();
    assertThat(healthy.statistics().count()).isEqualTo(5);
  }

  private void fill() throws IOException {
    fill(3);
    Files.writeString(folder.resolve("annotated_7.jpg"), "not ours");
    Files.writeString(folder.resolve("notes.txt"), "not ours");
  }

  private void fill(int count) {
    for (int i = 0; i < count; i++) {
      ThumbnailRequest some = TestThumbnails.request("/data/" + i + ".fits", OLD);
      healthy.store(healthy.generation(), some, OLD, rendered);
    }
  }

  private boolean isWhole(String name) {
    String number = name.substring(0, name.indexOf('_'));
    return healthy.find(TestThumbnails.request("/data/" + number + ".fits", OLD)).isPresent();
  }

  private List<String> thumbnails() throws IOException {
    return names().stream().filter(EntryName::isThumbnail).toList();
  }

  private long operations(Runnable work) {
    faults.none();
    work.run();
    long operations = faults.operations();
    faults.none();
    return operations;
  }

  private static boolean isDone(Runnable work) {
    try {
      work.run();
      return true;
    } catch (CacheException e) {
      return false;
    }
  }

  private Thumbnail store(ThumbnailShelf on, SourceVersion version) {
    return on.store(on.generation(), request(version), version, rendered);
  }

  private static ThumbnailRequest request(SourceVersion version) {
    return TestThumbnails.request("/data/m31.fits", version);
  }

  private Path entry() {
    return folder.resolve(EntryName.of(request(OLD)));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static ThumbnailShelf shelf(Path folder) {
    return new ThumbnailShelf(DiskThumbnailCache.at(folder), TestThumbnails.ENCODERS);
  }
}
