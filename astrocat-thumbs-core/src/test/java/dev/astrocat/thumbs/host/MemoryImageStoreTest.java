package dev.astrocat.thumbs.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.testing.ImageStoreContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryImageStoreTest extends ImageStoreContract {

  private final MemoryImageStore store = new MemoryImageStore();
  private int added;

  @Override
  protected ImageStore store() {
    return store;
  }

  @Override
  protected String add(Path file) {
    String id = "id " + ++added;
    store.put(ImageRecord.of(id, ImageSource.of(file)));
    return id;
  }

  @Override
  protected void remove(String id) {
    store.remove(id);
  }

  /** The contract allows to give too many; this one does not. */
  @Test
  void onlyImagesOfTheFolderAreGivenAndCounted() {
    String inside = add(Path.of("/elsewhere/m1/deep/b.fits"));
    add(Path.of("/elsewhere/m10/c.fits"));
    add(Path.of("/elsewhere/m1_/d.fits"));
    store.put(ImageRecord.of("z", ImageSource.of("bucket/\0", new byte[1]))); // no path at all
    Optional<Path> folder = Optional.of(Path.of("/elsewhere/m1"));
    assertThat(store.page(folder, Optional.empty(), 10))
        .extracting(ImageRecord::id)
        .containsExactly(inside);
    assertThat(store.count(folder)).hasValue(1);
  }

  @Test
  void recordsNeedAnId() {
    assertThatThrownBy(() -> ImageRecord.of("", ImageSource.of(Path.of("/a.fits"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
