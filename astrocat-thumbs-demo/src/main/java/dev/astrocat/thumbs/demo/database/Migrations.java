package dev.astrocat.thumbs.demo.database;

import static org.flywaydb.core.api.MigrationState.FUTURE_FAILED;
import static org.flywaydb.core.api.MigrationState.FUTURE_SUCCESS;

import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.database.StoreException.Kind;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Makes the schema, or brings it up to date; several processes may do so at the same time. The
 * scripts are the same for H2 and PostgreSQL but for the collation, without which PostgreSQL orders
 * by the rules of a language.
 */
final class Migrations {

  private Migrations() {}

  /** Applies what the database lacks. */
  static void run(DatabaseUrl url, DataSource connections) {
    try {
      Flyway flyway = flyway(url, connections);
      refuseNewer(url, flyway);
      flyway.migrate();
    } catch (FlywayException e) {
      throw explain(url, e);
    }
  }

  private static Flyway flyway(DatabaseUrl url, DataSource connections) {
    boolean isPostgres = url.kind() == DatabaseUrl.Kind.POSTGRESQL;
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(connections)
        .locations("classpath:db/migration")
        .placeholders(Map.of("bytewise", isPostgres ? "collate \"C\"" : ""))
        .cleanDisabled(true)
        .load();
  }

  private static void refuseNewer(DatabaseUrl url, Flyway flyway) {
    boolean isNewer =
        Arrays.stream(flyway.info().all())
            .map(MigrationInfo::getState)
            .anyMatch(state -> state == FUTURE_SUCCESS || state == FUTURE_FAILED);
    if (isNewer) {
      throw new StoreException(
          Kind.UNUSABLE,
          "the database " + url + " was made by a newer astrocat-thumbs; run that one");
    }
  }

  private static StoreException explain(DatabaseUrl url, FlywayException failure) {
    if (Refusals.hasSql(failure)) {
      return Refusals.of(url, failure);
    }
    String words =
        "the database %s holds tables of another program, or a schema that this one did not make;"
            + " name one of its own in DATABASE_URL";
    return new StoreException(Kind.UNUSABLE, words.formatted(url), failure);
  }
}
