package dev.astrocat.thumbs.demo.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.database.Database;
import dev.astrocat.thumbs.demo.database.StoreException;
import dev.astrocat.thumbs.demo.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Making the schema, and refusing others. */
@ParameterizedClass
@EnumSource
final class SchemaTest {

  private static final String NEWER =
      """
      insert into "flyway_schema_history" ("installed_rank", "version", "description", "type",
        "script", "checksum", "installed_by", "execution_time", "success")
      values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'me', 1, true)
      """;

  private final DatabaseUrl url;

  SchemaTest(TestDatabase kind) {
    url = kind.address();
  }

  @Test
  void whatIsThereStaysWhenTheSchemaIsUpToDate() {
    try (Database first = Database.open(url)) {
      new Catalog(first).register(List.of(CatalogCase.NAS));
    }
    try (Database second = Database.open(url)) {
      assertThat(new Catalog(second).mounts()).hasSize(1);
    }
  }

  @Test
  void severalProcessesMayOpenANewDatabaseAtOnce() {
    List<Database> opened =
        Stream.generate(() -> url).limit(3).parallel().map(Database::open).toList();
    opened.forEach(Database::ping);
    opened.forEach(Database::close);
  }

  @Test
  void aNewerSchemaIsRefused() {
    try (Database database = Database.open(url)) {
      database.use(handle -> handle.execute(NEWER));
    }
    assertThatThrownBy(() -> Database.open(url))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer astrocat-thumbs")
        .extracting(e -> ((StoreException) e).kind())
        .isEqualTo(StoreException.Kind.UNUSABLE);
  }

  @Test
  void theTablesOfAnotherProgramAreLeftAlone() {
    try (Database database = Database.open(url)) {
      database.use(handle -> handle.execute("drop table \"flyway_schema_history\""));
    }
    assertThatThrownBy(() -> Database.open(url))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("another program")
        .hasMessageContaining("DATABASE_URL");
  }
}
