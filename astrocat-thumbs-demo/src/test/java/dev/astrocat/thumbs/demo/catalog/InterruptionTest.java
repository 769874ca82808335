package dev.astrocat.thumbs.demo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.config.DataFolder;
import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.database.Database;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads are interrupted when scans are stopped: the embedded database does not mind. */
final class InterruptionTest {

  private static final int IMAGES = 500;

  @TempDir private Path folder;

  @Test
  void anInterruptedThreadLeavesTheFileOpenForAllOthers() {
    DatabaseUrl url = DatabaseUrl.embedded(new DataFolder(folder));
    try (Database database = Database.open(url)) {
      Catalog catalog = new Catalog(database);
      catalog.register(List.of(CatalogCase.NAS));
      for (int i = 0; i < IMAGES; i++) {
        catalog.add(Samples.file(CatalogCase.NAS, "night/" + i + ".fits", 1, i));
      }
    }
    try (Database database = Database.open(url)) { // nothing is in its memory
      long words =
          database.with(
              handle -> {
                Thread.currentThread().interrupt();
                return handle.createQuery("select count(words) from cards").mapTo(Long.class).one();
              });
      assertThat(Thread.interrupted()).as("the thread still knows").isTrue();
      assertThat(words).isEqualTo(IMAGES);
      assertThat(new Catalog(database).known(CatalogCase.NAS, 0, 9)).hasSize(9);
    }
  }
}
