package dev.astrocat.thumbs.cache.soak;

import dev.astrocat.thumbs.host.ImageStore;
import dev.astrocat.thumbs.host.ProgressStore;
import dev.astrocat.thumbs.testing.ImageStoreContract;
import dev.astrocat.thumbs.testing.ProgressStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The stores of the soak keep the contracts, so that it tests what it should. */
class SharedStoresTest {

  @TempDir Path folder;

  private SoakHost host() {
    try {
      return SoakHost.at(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Nested
  class FileImageStoreContractTest extends ImageStoreContract {

    private int added;

    @Override
    protected ImageStore store() {
      return host().store();
    }

    @Override
    protected String add(Path file) {
      String id = "id%03d".formatted(added++);
      host().store().put(id, file);
      return id;
    }

    @Override
    protected void remove(String id) {
      host().store().remove(id);
    }
  }

  @Nested
  class FileProgressStoreContractTest extends ProgressStoreContract {
    @Override
    protected ProgressStore store() {
      return host().progress();
    }
  }
}
