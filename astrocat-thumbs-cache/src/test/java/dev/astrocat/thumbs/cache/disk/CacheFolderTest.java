package dev.astrocat.thumbs.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.CacheException;
import dev.astrocat.thumbs.cache.CacheSpace;
import dev.astrocat.thumbs.cache.entry.ThumbnailShelf;
import dev.astrocat.thumbs.testing.TestThumbnails;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which folders are caches, and what may be deleted in them. */
final class CacheFolderTest {

  private static final String NAME = "m31_a1b2c3d4_thumb.jpg";

  @TempDir Path folder;

  @Test
  void theFoldersOfASystemOrAUserAreNoCaches() {
    Path home = Path.of(System.getProperty("user.home"));
    for (Path wrong : List.of(Path.of("/"), home, home.resolve("..").normalize())) {
      assertThatThrownBy(() -> DiskThumbnailCache.at(wrong))
          .as("%s", wrong)
          .isInstanceOf(CacheException.class)
          .hasMessageContaining("folder of its own");
      assertThat(wrong.resolve(".astrocat-thumbs")).doesNotExist();
    }
  }

  @Test
  void aLinkToSuchAFolderIsNone() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/"));
    assertThatThrownBy(() -> DiskThumbnailCache.at(link)).isInstanceOf(CacheException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"m31.fits", "holiday.jpg", "M31/", "noextension", "m31_thumb.jpg"})
  void besideOtherPicturesNothingIsClearedUntilTheyAreMovedOrItIsAdmitted(String name)
      throws IOException {
    Path foreign = folder.resolve(name);
    if (name.endsWith("/")) {
      Files.createDirectory(foreign);
    } else {
      Files.writeString(foreign, "of an image library");
    }
    Files.writeString(folder.resolve("holiday_a1b2c3d4_thumb.jpg"), "of somebody else");
    DiskThumbnailCache cache = DiskThumbnailCache.at(folder);
    cache.write(NAME, new byte[3]);
    ThumbnailShelf shelf = new ThumbnailShelf(cache, TestThumbnails.ENCODERS);
    assertThatThrownBy(shelf::clear)
        .isInstanceOf(CacheException.class)
        .hasMessageContaining(foreign.getFileName().toString())
        .hasMessageContaining(".astrocat-thumbs")
        .hasMessageNotContaining(folder.toString());
    assertThat(folder.toFile().list()).hasSize(3);
    if (name.endsWith("s")) {
      Files.createFile(folder.resolve(".astrocat-thumbs"));
    } else {
      Files.move(foreign, folder.resolveSibling(folder.getFileName() + "-elsewhere"));
    }
    assertThat(shelf.clear()).isEqualTo(2);
    assertThat(Files.exists(foreign)).isEqualTo(name.endsWith("s"));
    Files.deleteIfExists(folder.resolveSibling(folder.getFileName() + "-elsewhere"));
  }

  @Test
  void theDocumentedFolderOfOlderThumbnailsIsACache() throws IOException {
    Files.createDirectory(folder.resolve("lost+found"));
    Files.createDirectory(folder.resolve("@eaDir"));
    for (String kept :
        List.of("annotated_7.jpg", "notes.txt", "Thumbs.db", "m31_a1b2c3d4_curve_00000000")) {
      Files.writeString(folder.resolve(kept), "x");
    }
    Files.writeString(folder.resolve("x_1a2b3c4d_thumb.jpg"), "of the program before");
    ThumbnailShelf shelf =
        new ThumbnailShelf(DiskThumbnailCache.at(folder), TestThumbnails.ENCODERS);
    assertThat(shelf.clear()).isEqualTo(1);
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder(
            ".astrocat-thumbs",
            "astrocat_generation",
            "lost+found",
            "@eaDir",
            "annotated_7.jpg",
            "notes.txt",
            "Thumbs.db",
            "m31_a1b2c3d4_curve_00000000");
  }

  @Test
  void aVainAttemptToTidyDoesNotEndTheTurnOfAnother() throws Exception {
    DiskThumbnailCache cache = DiskThumbnailCache.at(folder);
    try (Closeable turn = cache.tidying().orElseThrow()) {
      assertThat(turn).isNotNull();
      assertThat(cache.tidying()).isEmpty();
      assertThat(isLockedForOthers()).isTrue();
    }
    assertThat(isLockedForOthers()).isFalse();
    Closeable again = cache.tidying().orElseThrow();
    again.close();
    try (Closeable next = cache.tidying().orElseThrow()) {
      again.close();
      assertThat(cache.tidying()).as("closed twice").isEmpty();
      assertThat(next).isNotNull();
    }
  }

  /** Asks as another process would: the kernel knows nothing of locks within one. */
  private boolean isLockedForOthers() throws Exception {
    Process asking =
        JavaProcess.of(MarkerLocker.class, folder.resolve(".astrocat-thumbs").toString()).start();
    return asking.waitFor() == MarkerLocker.IS_LOCKED;
  }

  @Test
  void oneAtATimeTidies() throws IOException {
    DiskThumbnailCache cache = DiskThumbnailCache.at(folder);
    DiskThumbnailCache other = DiskThumbnailCache.at(folder);
    try (Closeable turn = cache.tidying().orElseThrow()) {
      assertThat(turn).isNotNull();
      assertThat(other.tidying()).isEmpty();
      assertThat(cache.tidying()).isEmpty();
    }
    other.tidying().orElseThrow().close();
  }

  @Test
  void aTouchedEntryIsAsIfWrittenNow() throws IOException {
    DiskThumbnailCache cache = DiskThumbnailCache.at(folder);
    cache.write(NAME, new byte[3]);
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(9)));
    Files.setLastModifiedTime(folder.resolve(NAME), old);
    Files.setLastModifiedTime(folder, old);
    cache.touch(NAME);
    assertThat(Files.getLastModifiedTime(folder.resolve(NAME)).toInstant())
        .isAfter(Instant.now().minus(Duration.ofHours(1)));
    assertThat(Files.getLastModifiedTime(folder)).as("the listing's mark").isEqualTo(old);
    cache.touch("gone_a1b2c3d4_thumb.jpg");
    assertThat(folder.resolve("gone_a1b2c3d4_thumb.jpg")).doesNotExist();
  }

  @Test
  void spaceIsThatOfTheDisk() throws IOException {
    CacheSpace space = DiskThumbnailCache.at(folder).space().orElseThrow();
    assertThat(space.totalBytes()).isEqualTo(folder.toFile().getTotalSpace());
    assertThat(space.usableBytes()).isBetween(0L, space.totalBytes());
  }
}
