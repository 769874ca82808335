package dev.astrocat.thumbs.demo.database;

import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.database.StoreException.Kind;
import dev.astrocat.thumbs.demo.database.embedded.EmbeddedDatabase;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a database's failures mean, in words without statements and passwords. */
final class Refusals {

  private static final String UNIQUE_VIOLATION = "23505";

  /** No connection; too many of them; going down; not up yet; I/O; a lock that is not given. */
  private static final Set<String> AWAY_STATES =
      Set.of("53300", "57014", "57P01", "57P02", "57P03", "58030", "40001", "40P01", "55P03");

  private static final String CONNECTION_CLASS = "08";

  /** H2 says these of a file that is closed, or that the disk does not hold any more. */
  private static final Set<String> AWAY_IN_H2 =
      Set.of("90007", "90028", "90031", "90098", "90121", "90131");

  private static final int MOST_CAUSES = 50;
  private static final String OPEN_ELSEWHERE = "90020";
  private static final String DAMAGED = "90030";

  /** H2's exception of its files, which it wraps as a general error when a chunk is missing. */
  private static final String FILE_FAILURE = "org.h2.mvstore.MVStoreException";

  private static final Set<String> WRONG_PASSWORD = Set.of("28P01", "28000");
  private static final String NO_SUCH_DATABASE = "3D000";

  private Refusals() {}

  /** The failure, in our words. */
  static StoreException of(DatabaseUrl url, Throwable failure) {
    Optional<SQLException> why = sql(failure);
    String state = why.map(SQLException::getSQLState).orElse("");
    if (state.equals(OPEN_ELSEWHERE)) {
      String words =
          "the database %s is in use by another process; several need PostgreSQL in DATABASE_URL";
      return new StoreException(Kind.UNUSABLE, words.formatted(url), failure);
    }
    if (state.equals(DAMAGED) || state.equals("HY000") && isOfItsFile(failure)) {
      String words =
          "the database %s is damaged; move its file away: scans find all images again, thumbnails"
              + " stay, choices made by hand are lost";
      return new StoreException(Kind.UNUSABLE, words.formatted(url), failure);
    }
    if (WRONG_PASSWORD.contains(state)) {
      String words = "the database %s does not accept this user and password";
      return new StoreException(Kind.UNUSABLE, words.formatted(url), failure);
    }
    if (state.equals(NO_SUCH_DATABASE)) {
      String words = "there is no database " + url + "; create it, for example with createdb";
      return new StoreException(Kind.UNUSABLE, words, failure);
    }
    if (why.isEmpty() || isAway(why.get(), state)) {
      String words = "the database " + url + " does not answer";
      return new StoreException(Kind.UNAVAILABLE, words, failure);
    }
    if (state.equals(EmbeddedDatabase.DISK_FULL)) {
      return new StoreException(Kind.FULL, "the disk of the database " + url + " is full", failure);
    }
    if (state.equals(UNIQUE_VIOLATION)) {
      return new StoreException(Kind.DUPLICATE, "there is such a row already", failure);
    }
    String words = "the database refused a statement (SQL state " + state + ")";
    return new StoreException(Kind.REFUSED, words, failure);
  }

  private static boolean isOfItsFile(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(MOST_CAUSES)
        .anyMatch(cause -> cause.getClass().getName().equals(FILE_FAILURE));
  }

  /** Whether the database or its driver is why. */
  static boolean hasSql(Throwable failure) {
    return sql(failure).isPresent();
  }

  private static boolean isAway(SQLException why, String state) {
    return state.startsWith(CONNECTION_CLASS)
        || AWAY_STATES.contains(state)
        || AWAY_IN_H2.contains(state)
        || why instanceof SQLTransientException
        || why instanceof SQLRecoverableException
        || why instanceof SQLNonTransientConnectionException;
  }

  /** The innermost of them, which is the driver's. */
  private static Optional<SQLException> sql(Throwable failure) {
    Optional<SQLException> found = Optional.empty();
    Set<Throwable> seen = new HashSet<>();
    @Nullable Throwable cause = failure;
    while (cause != null && seen.add(cause)) {
      if (cause instanceof SQLException e && (found.isEmpty() || e.getSQLState() != null)) {
        found = Optional.of(e);
      }
      cause = cause.getCause();
    }
    return found;
  }
}
