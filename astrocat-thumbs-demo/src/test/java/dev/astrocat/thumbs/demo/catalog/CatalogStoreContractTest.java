package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.demo.testing.TestDatabase;
import dev.astrocat.thumbs.host.ImageStore;
import dev.astrocat.thumbs.testing.ImageStoreContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalog as core's image store. */
@ParameterizedClass
@EnumSource
final class CatalogStoreContractTest extends ImageStoreContract {

  private static final Path MOUNT = Path.of("/data");

  private final Catalog catalog;

  CatalogStoreContractTest(TestDatabase kind) {
    catalog = new Catalog(kind.emptied());
    catalog.register(List.of(MOUNT));
  }

  @Override
  protected ImageStore store() {
    return catalog;
  }

  @Override
  protected String add(Path file) {
    return String.valueOf(
        catalog.add(Samples.file(MOUNT, MOUNT.relativize(file).toString(), 1, 1)));
  }

  @Override
  protected void remove(String id) {
    catalog.remove(List.of(Long.valueOf(id)));
  }
}
