package dev.astrocat.thumbs.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.CacheException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import dev.astrocat.thumbs.testing.ThumbnailCacheContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskThumbnailCacheTest extends ThumbnailCacheContract {

  private static final String NAME = "m31_a1b2c3d4_thumb.jpg";

  @TempDir Path temporary;

  private Path folder;
  private DiskThumbnailCache cache;

  @BeforeEach
  void open() {
    folder = temporary.resolve("data").resolve("thumbnails");
    cache = DiskThumbnailCache.at(folder);
  }

  @Override
  protected ThumbnailCache cache() {
    return cache;
  }

  @Test
  void theLocationIsTheAbsolutePathOfTheFile() throws IOException {
    assertThat(cache.write(NAME, new byte[] {1}))
        .isEqualTo(folder.resolve(NAME).toAbsolutePath().toString());
    assertThat(folder.resolve(NAME)).hasBinaryContent(new byte[] {1});
  }

  @Test
  void theFolderIsMarkedAndHoldsNothingButTheEntry() throws IOException {
    cache.write(NAME, new byte[10]);
    assertThat(namesIn(folder)).containsExactlyInAnyOrder(".astrocat-thumbs", NAME);
  }

  @Test
  void twoInstancesOnOneFolderSeeEachOthersEntries() throws IOException {
    DiskThumbnailCache other = DiskThumbnailCache.at(folder);
    cache.write(NAME, new byte[] {1});
    assertThat(other.read(NAME)).hasValue(new byte[] {1});
    other.write(NAME, new byte[] {2});
    assertThat(cache.read(NAME)).hasValue(new byte[] {2});
    assertThat(other.delete(NAME)).isTrue();
    assertThat(cache.read(NAME)).isEmpty();
  }

  @Test
  void onlyRegularVisibleFilesOfTheTopLevelAreListed() throws IOException {
    cache.write(NAME, new byte[3]);
    Files.createDirectory(folder.resolve("sub_a1b2c3d4_thumb.jpg"));
    Files.writeString(folder.resolve("sub_a1b2c3d4_thumb.jpg").resolve(NAME), "x");
    Files.writeString(folder.resolve(".hidden_a1b2c3d4_thumb.jpg"), "x");
    Files.writeString(folder.resolve("annotated_12.jpg"), "abcd");
    Files.createSymbolicLink(folder.resolve("link_a1b2c3d4_thumb.jpg"), folder.resolve(NAME));
    try (Stream<CachedFile> files = cache.list()) {
      assertThat(files.map(CachedFile::name)).containsExactlyInAnyOrder(NAME, "annotated_12.jpg");
    }
  }

  @Test
  void whatIsNoRegularFileIsNeitherReadNorDeleted() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(temporary.resolve("secret"), "x");
    Files.createSymbolicLink(folder.resolve("link"), temporary.resolve("secret"));
    for (String name : List.of("sub", "link")) {
      assertThat(cache.read(name)).as(name).isEmpty();
      assertThat(cache.delete(name)).as(name).isFalse();
    }
  }

  @Test
  void aFolderThatWasDeletedIsMadeAgain() throws IOException {
    cache.write(NAME, new byte[3]);
    for (int i = 0; i < 2; i++) {
      Files.move(folder, temporary.resolve("deleted" + i));
      assertThat(cache.read(NAME)).isEmpty();
      cache.write(NAME, new byte[4]);
      assertThat(namesIn(folder)).containsExactlyInAnyOrder(".astrocat-thumbs", NAME);
    }
    Files.move(folder, temporary.resolve("deleted"));
    assertThat(cache.list()).isEmpty();
    Files.delete(folder.resolve(".astrocat-thumbs"));
    Files.delete(folder);
    Files.createDirectory(folder);
    cache.tidying().orElseThrow().close();
    assertThat(namesIn(folder)).containsExactly(".astrocat-thumbs");
  }

  @Test
  void aFolderWhoseDiskVanishedIsNotMadeAgain() throws IOException {
    cache.write(NAME, new byte[3]);
    Path disk = folder.getParent();
    Files.move(disk, temporary.resolve("unmounted"));
    assertIsOffline();
    assertThat(disk).doesNotExist();
    Files.createDirectory(disk);
    assertIsOffline();
    assertThat(disk).as("the bare mount point").isEmptyDirectory();
    Files.delete(disk);
    Files.move(temporary.resolve("unmounted"), disk);
    assertThat(cache.read(NAME)).isPresent();
    assertThat(cache.write(NAME, new byte[3])).isNotEmpty();
  }

  private void assertIsOffline() throws IOException {
    assertThat(cache.read(NAME)).isEmpty();
    assertThatThrownBy(() -> cache.write(NAME, new byte[3]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("mounted");
    assertThatThrownBy(cache::list).isInstanceOf(IOException.class);
    assertThatThrownBy(cache::tidying).isInstanceOf(IOException.class);
  }

  @Test
  void aMarkerThatWasDeletedStopsNothing() throws IOException {
    Files.delete(folder.resolve(".astrocat-thumbs"));
    assertThat(cache.write(NAME, new byte[3])).isNotEmpty();
  }

  @Test
  void aWriteThatFailsLeavesTheOldEntryAndNoTemporaryFile() throws IOException {
    Path blocked = Files.createDirectory(folder.resolve(NAME));
    Files.writeString(blocked.resolve("x"), "x");
    assertThatThrownBy(() -> cache.write(NAME, new byte[3])).isInstanceOf(IOException.class);
    assertThat(namesIn(folder)).containsExactlyInAnyOrder(".astrocat-thumbs", NAME);
  }

  @Test
  void anEntryThatIsTooLargeIsRefusedAndNotRead() throws IOException {
    byte[] bytes = new byte[DiskThumbnailCache.MAX_ENTRY_BYTES + 1];
    assertThatThrownBy(() -> cache.write(NAME, bytes)).isInstanceOf(IOException.class);
    Files.write(folder.resolve(NAME), bytes);
    assertThat(cache.read(NAME)).isEmpty();
  }

  @Test
  void aFileInThePlaceOfTheFolderIsSaid() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    assertThatThrownBy(() -> DiskThumbnailCache.at(file))
        .isInstanceOfSatisfying(
            CacheException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CACHE_IO))
        .hasMessageContaining("file")
        .hasMessageNotContaining(temporary.toString());
  }

  @Test
  void aLinkToAFolderIsAFolder() throws IOException {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);
    DiskThumbnailCache.at(link).write(NAME, new byte[] {4});
    assertThat(cache.read(NAME)).hasValue(new byte[] {4});
  }

  /** In a process of its own, as the locale of this one may know all letters. */
  @Test
  void lettersThatThePlatformLacksBecomeUnderscores() throws Exception {
    ProcessBuilder writer = JavaProcess.of(FoldedNameWriter.class, folder.toString());
    writer.environment().put("LC_ALL", "C");
    assertThat(writer.start().waitFor()).isZero();
    assertThat(namesIn(folder)).contains("h_he_a1b2c3d4_thumb.jpg");
  }

  @Test
  void theStampIsTrustedOnlyWhenTheFolderRested() throws IOException {
    cache.write(NAME, new byte[3]);
    assertThat(cache.stamp()).isEmpty();
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minusSeconds(3)));
    Optional<String> rested = cache.stamp();
    assertThat(rested).isPresent().isEqualTo(cache.stamp());
    cache.write(NAME, new byte[3]);
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minusSeconds(3)));
    assertThat(cache.stamp()).isPresent().isNotEqualTo(rested);
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
