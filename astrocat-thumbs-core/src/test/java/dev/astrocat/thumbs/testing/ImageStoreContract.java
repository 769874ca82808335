package dev.astrocat.thumbs.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.host.ImageRecord;
import dev.astrocat.thumbs.host.ImageStore;
import dev.astrocat.thumbs.host.SavedThumbnail;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every image store must do; extend it and give an empty one of yours for each test. */
public abstract class ImageStoreContract {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final List<String> inFolder = new ArrayList<>();
  private final List<String> elsewhere = new ArrayList<>();

  /** The store under test; the same one throughout a test. */
  protected abstract ImageStore store();

  /** Adds an image to the store, which nothing is known of but the file; gives its id. */
  protected abstract String add(Path file);

  /** Removes an image from the store. */
  protected abstract void remove(String id);

  @BeforeEach
  void addImages() {
    for (int i = 0; i < 12; i++) {
      inFolder.add(add(Path.of("/data/m_1%", i % 3 == 0 ? "deep" : "", "a" + i + ".fits")));
      elsewhere.add(add(Path.of("/data/m_1%0", "b" + i + ".fits")));
    }
  }

  @Test
  void anImageIsFoundByItsId() {
    ImageRecord image = store().find(inFolder.get(1)).orElseThrow();
    assertThat(image.id()).isEqualTo(inFolder.get(1));
    assertThat(Path.of(image.source().identity())).isEqualTo(Path.of("/data/m_1%/a1.fits"));
    assertThat(image.thumbnail()).isEmpty();
  }

  @Test
  void anUnknownIdHasNoImage() {
    remove(inFolder.get(0));
    assertThat(store().find(inFolder.get(0))).isEmpty();
  }

  @Test
  void pagesGiveEveryImageOnceInOneOrder() {
    List<String> all = new ArrayList<>(inFolder);
    all.addAll(elsewhere);
    List<String> byFives = walk(Optional.empty(), 5);
    assertThat(byFives).containsExactlyInAnyOrderElementsOf(all);
    assertThat(walk(Optional.empty(), 1)).isEqualTo(byFives);
    assertThat(walk(Optional.empty(), 1_000)).isEqualTo(byFives);
  }

  @Test
  void pagesOfAFolderLackNoneOfItsImages() {
    Path folder = Path.of("/data/m_1%");
    assertThat(walk(Optional.of(folder), 5)).doesNotHaveDuplicates().containsAll(inFolder);
    assertThat(walk(Optional.of(Path.of("/data")), 5)).containsAll(inFolder).containsAll(elsewhere);
    store().count(Optional.of(folder)).ifPresent(n -> assertThat(n).isGreaterThanOrEqualTo(12));
    store().count(Optional.empty()).ifPresent(n -> assertThat(n).isEqualTo(24));
  }

  @Test
  void aWalkGoesOnWhereAnImageWasRemoved() {
    List<String> order = walk(Optional.empty(), 1_000);
    remove(order.get(4));
    assertThat(ids(store().page(Optional.empty(), Optional.of(order.get(4)), 1_000)))
        .isEqualTo(order.subList(5, order.size()));
  }

  @Test
  void thumbnailsAreSavedReplacedAndCleared() {
    String id = inFolder.get(0);
    assertThat(store().saveThumbnail(id, "/cache/old.jpg", NOON.minusSeconds(60))).isTrue();
    assertThat(store().saveThumbnail(id, "/cache/é '1'.jpg", NOON)).isTrue();
    assertThat(store().saveThumbnail(elsewhere.get(0), "/cache/b.jpg", NOON)).isTrue();
    SavedThumbnail saved = new SavedThumbnail("/cache/é '1'.jpg", NOON);
    assertThat(store().find(id).orElseThrow().thumbnail()).contains(saved);
    assertThat(store().page(Optional.empty(), Optional.empty(), 1_000))
        .filteredOn(image -> image.id().equals(id))
        .extracting(ImageRecord::thumbnail)
        .containsExactly(Optional.of(saved));

    assertThat(store().clearThumbnails()).isEqualTo(2);
    assertThat(store().find(id).orElseThrow().thumbnail()).isEmpty();
    assertThat(store().clearThumbnails()).isZero();
  }

  @Test
  void thumbnailsOfRemovedImagesAreNotSaved() {
    remove(inFolder.get(0));
    assertThat(store().saveThumbnail(inFolder.get(0), "/cache/a.jpg", NOON)).isFalse();
    assertThat(store().find(inFolder.get(0))).isEmpty();
  }

  @Test
  void severalThreadsSave() {
    long saved =
        IntStream.range(0, 400)
            .parallel()
            .filter(i -> store().saveThumbnail(inFolder.get(i % 12), "/cache/" + i, NOON))
            .count();
    assertThat(saved).isEqualTo(400);
    assertThat(store().clearThumbnails()).isEqualTo(12);
  }

  private List<String> walk(Optional<Path> folder, int limit) {
    List<String> seen = new ArrayList<>();
    List<String> page = ids(store().page(folder, Optional.empty(), limit));
    while (!page.isEmpty() && seen.size() < 100) {
      assertThat(page).hasSizeLessThanOrEqualTo(limit);
      seen.addAll(page);
      page = ids(store().page(folder, Optional.of(page.get(page.size() - 1)), limit));
    }
    return seen;
  }

  private static List<String> ids(List<ImageRecord> page) {
    return page.stream().map(ImageRecord::id).toList();
  }
}
