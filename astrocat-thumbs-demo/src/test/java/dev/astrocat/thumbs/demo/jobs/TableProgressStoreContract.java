package dev.astrocat.thumbs.demo.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.database.Database;
import dev.astrocat.thumbs.host.ProgressStore;
import dev.astrocat.thumbs.testing.ProgressStoreContract;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What progress in tables does, on any database. */
abstract class TableProgressStoreContract extends ProgressStoreContract {

  private final Database database;
  private final TableProgressStore store;
  private Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  TableProgressStoreContract(DatabaseUrl url) {
    database = Database.open(url);
    store = new TableProgressStore(database, () -> now);
  }

  @Override
  protected ProgressStore store() {
    return store;
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anHourAfterTheLastWriteAMapIsForgotten() {
    store.write("k", Map.of("a", "1"));
    now = now.plus(Duration.ofMinutes(59));
    assertThat(store.replace("k", "a", Optional.of("other"), "2")).isFalse();
    now = now.plus(Duration.ofMinutes(59));
    assertThat(store.read("k")).containsEntry("a", "1");
    now = now.plus(Duration.ofMinutes(1));
    assertThat(store.read("k")).isEmpty();
  }

  @Test
  void whatIsForgottenDoesNotComeBack() {
    store.write("k", Map.of("a", "1", "b", "1"));
    now = now.plus(Duration.ofHours(1));
    store.write("k", Map.of("a", "2"));
    assertThat(store.read("k")).isEqualTo(Map.of("a", "2"));
  }

  @Test
  void sweepingDeletesOnlyWhatIsForgotten() {
    store.write("old", Map.of("a", "1"));
    now = now.plus(Duration.ofMinutes(30));
    store.write("new", Map.of("a", "1"));
    now = now.plus(Duration.ofMinutes(30));
    store.sweep();
    assertThat(rows("progress")).isEqualTo(1);
    assertThat(rows("progress_keys")).isEqualTo(1);
    assertThat(store.read("new")).isEqualTo(Map.of("a", "1"));
  }

  private int rows(String table) {
    return database.with(
        handle -> handle.createQuery("select count(*) from " + table).mapTo(int.class).one());
  }
}
