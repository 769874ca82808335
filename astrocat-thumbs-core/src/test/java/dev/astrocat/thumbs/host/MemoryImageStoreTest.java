package dev.astrocat.thumbs.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.source.ImageSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryImageStoreTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final MemoryImageStore store =
      new MemoryImageStore(
          List.of(
              image("c", "/data/m10/c.fits"),
              image("a", "/data/m1/a.fits"),
              image("b", "/data/m1/deep/b.fits"),
              image("d", "/data/m1_/d.fits")));

  @Test
  void pagesFollowEachOtherWithoutGapsOrRepetition() {
    List<String> seen = new ArrayList<>();
    List<ImageRecord> page = store.page(Optional.empty(), Optional.empty(), 3);
    while (!page.isEmpty()) {
      page.forEach(image -> seen.add(image.id()));
      String last = page.get(page.size() - 1).id();
      store.remove(last); // a record may go while somebody walks
      page = store.page(Optional.empty(), Optional.of(last), 3);
    }
    assertThat(seen).containsExactly("a", "b", "c", "d");
  }

  @Test
  void foldersAreComparedByPathElements() {
    assertThat(store.page(Optional.of(Path.of("/data/m1")), Optional.empty(), 10))
        .extracting(ImageRecord::id)
        .containsExactly("a", "b");
  }

  @Test
  void objectsWhoseNamesAreNoPathsLieInNoFolder() {
    store.put(ImageRecord.of("z", ImageSource.of("bucket/\0", new byte[1])));
    assertThat(store.page(Optional.of(Path.of("/data")), Optional.empty(), 10))
        .extracting(ImageRecord::id)
        .doesNotContain("z");
  }

  @Test
  void thumbnailsAreSavedAndCleared() {
    assertThat(store.saveThumbnail("a", "/cache/a.jpg", NOON)).isTrue();
    assertThat(store.find("a").orElseThrow().thumbnail())
        .contains(new SavedThumbnail("/cache/a.jpg", NOON));

    assertThat(store.clearThumbnails()).isEqualTo(1);
    assertThat(store.find("a").orElseThrow().thumbnail()).isEmpty();
    assertThat(store.clearThumbnails()).isZero();
  }

  @Test
  void thumbnailsOfUnknownImagesAreNotSaved() {
    assertThat(store.saveThumbnail("x", "/cache/x.jpg", NOON)).isFalse();
    assertThat(store.find("x")).isEmpty();
  }

  @Test
  void recordsNeedAnId() {
    assertThatThrownBy(() -> image("", "/a.fits")).isInstanceOf(IllegalArgumentException.class);
  }

  private static ImageRecord image(String id, String file) {
    return ImageRecord.of(id, ImageSource.of(Path.of(file)));
  }
}
