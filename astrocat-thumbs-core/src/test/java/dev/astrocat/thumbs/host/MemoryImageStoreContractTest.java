package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.testing.ImageStoreContract;
import java.nio.file.Path;

class MemoryImageStoreContractTest extends ImageStoreContract {

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
}
