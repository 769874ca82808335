package dev.astrocat.thumbs.demo.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.catalog.Subtype;
import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.database.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process has promised outlives it, also in a database of its own. */
final class KilledProcessTest {

  @TempDir private Path folder;

  @Test
  void aJobThatWasTakenIsThereAndSoAreItsImages() throws Exception {
    writeAndDie("submit");
    try (Database database = Database.open(url())) {
      assertThat(new Catalog(database).known(KilledProcess.MOUNT, 0, 9)).hasSize(1);
      assertThat(new JobTable(database).ofRun("run")).isOne();
    }
  }

  @Test
  void whatAPersonHasSaidIsThere() throws Exception {
    writeAndDie("subtype");
    try (Database database = Database.open(url())) {
      Catalog catalog = new Catalog(database);
      long id = catalog.known(KilledProcess.MOUNT, 0, 9).get(0).id();
      assertThat(catalog.image(id).orElseThrow().subtype()).contains(Subtype.PLANETARY);
    }
  }

  private DatabaseUrl url() {
    return DatabaseUrl.parse("jdbc:h2:file:" + folder.resolve("astrocat"));
  }

  private void writeAndDie(String what) throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    KilledProcess.class.getName(),
                    "jdbc:h2:file:" + folder.resolve("astrocat"),
                    what))
            .inheritIO()
            .start();
    try {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("ended by itself").isTrue();
      assertThat(process.exitValue()).isEqualTo(137);
    } finally {
      process.destroyForcibly();
    }
  }
}
