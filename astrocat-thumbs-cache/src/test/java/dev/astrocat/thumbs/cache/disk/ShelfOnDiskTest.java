package dev.astrocat.thumbs.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.Thumbnail.Origin;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.cache.CacheStatistics;
import dev.astrocat.thumbs.cache.entry.EntryName;
import dev.astrocat.thumbs.cache.entry.ThumbnailShelf;
import dev.astrocat.thumbs.testing.TestThumbnails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Core's shelf and the folder together, as several processes would use them. */
final class ShelfOnDiskTest {

  private final ThumbnailRequest request =
      TestThumbnails.request("/data/m31.fits", TestThumbnails.VERSION);
  private final Thumbnail rendered = TestThumbnails.rendered(OutputFormat.JPEG, 64, 48);

  @TempDir Path folder;

  private ThumbnailShelf shelf;
  private ThumbnailShelf otherProcess;

  @BeforeEach
  void open() {
    shelf = openShelf();
    otherProcess = openShelf();
  }

  @Test
  void anotherProcessFindsWhatOneStored() {
    Thumbnail stored = shelf.store(shelf.generation(), request, TestThumbnails.VERSION, rendered);
    Thumbnail found = otherProcess.find(request).orElseThrow();
    assertThat(found.origin()).isEqualTo(Origin.CACHED);
    assertThat(found.bytes()).isEqualTo(stored.bytes());
    assertThat(found.report()).isEqualTo(rendered.report());
    assertThat(found.location()).isEqualTo(stored.location()).isPresent();
    assertThat(Path.of(found.location().orElseThrow())).hasBinaryContent(found.bytes());
  }

  @Test
  void nothingOnDiskThatIsTornIsServed() throws IOException {
    byte[] entry =
        shelf.store(shelf.generation(), request, TestThumbnails.VERSION, rendered).bytes();
    Path file = folder.resolve(EntryName.of(request));
    for (int length = 0; length < entry.length; length += 7) {
      Files.write(file, Arrays.copyOf(entry, length));
      assertThat(otherProcess.find(request)).as("cut to %d bytes", length).isEmpty();
    }
  }

  @Test
  void anInterruptedCallerIsToldSoButKeepsItsPicture() {
    shelf.store(shelf.generation(), request, TestThumbnails.VERSION, rendered);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> shelf.find(request))
        .isInstanceOfSatisfying(
            LimitException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
    Thumbnail stored = shelf.store(shelf.generation(), request, TestThumbnails.VERSION, rendered);
    assertThat(Thread.interrupted()).as("the interruption is kept").isTrue();
    assertThat(stored.location()).isEmpty();
    assertThat(shelf.find(request).orElseThrow().bytes()).isEqualTo(stored.bytes());
    assertThat(folder.toFile().list()).hasSize(2);
  }

  @Test
  void statisticsAreThoseOfAWalkAtAnyTime() throws IOException {
    Random random = new Random(12);
    Files.writeString(folder.resolve("annotated_7.jpg"), "not ours");
    Files.writeString(folder.resolve("m31_a1b2c3d4_failed"), "not a picture");
    for (int i = 0; i < 300; i++) {
      ThumbnailRequest some =
          TestThumbnails.request("/data/" + random.nextInt(40) + ".fits", TestThumbnails.VERSION);
      switch (random.nextInt(4)) {
        case 0 -> shelf.store(shelf.generation(), some, TestThumbnails.VERSION, rendered);
        case 1 ->
            otherProcess.store(
                otherProcess.generation(), some.size(320), TestThumbnails.VERSION, rendered);
        case 2 -> Files.deleteIfExists(folder.resolve(EntryName.of(some)));
        default -> rest();
      }
      assertThat(shelf.statistics()).isEqualTo(walk());
      assertThat(otherProcess.statistics()).isEqualTo(walk());
    }
    assertThat(walk().count()).isPositive();
  }

  private ThumbnailShelf openShelf() {
    return new ThumbnailShelf(DiskThumbnailCache.at(folder), TestThumbnails.ENCODERS);
  }

  /** As if nothing had happened for some seconds, so that the walk before is remembered. */
  private void rest() throws IOException {
    Instant now = Files.getLastModifiedTime(folder).toInstant();
    Files.setLastModifiedTime(folder, FileTime.from(now.minusSeconds(5)));
  }

  private CacheStatistics walk() throws IOException {
    long count = 0;
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().contains("_thumb")).toList()) {
        count++;
        bytes += Files.size(file);
      }
    }
    return new CacheStatistics(count, bytes);
  }
}
