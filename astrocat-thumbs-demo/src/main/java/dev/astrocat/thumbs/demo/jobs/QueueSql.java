package dev.astrocat.thumbs.demo.jobs;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import dev.astrocat.thumbs.Priority;

/**
 * How db-scheduler asks H2 and PostgreSQL for jobs: both skip rows that another process is just
 * taking. Immutable.
 */
final class QueueSql extends DefaultJdbcCustomization {

  private final int least;

  private QueueSql(int least) {
    super(false); // columns have a time zone
    this.least = least;
  }

  /** For jobs of that priority and higher ones. */
  static QueueSql from(Priority least) {
    return new QueueSql(number(least));
  }

  /** The priority as the table has it: higher numbers go first. */
  static int number(Priority priority) {
    return switch (priority) {
      case INTERACTIVE -> 2;
      case NEW -> 1;
      case BULK -> 0;
    };
  }

  @Override
  public String getName() {
    return "H2 and PostgreSQL";
  }

  @Override
  public boolean supportsGenericLockAndFetch() {
    return true;
  }

  @Override
  public String createGenericSelectForUpdateQuery(
      String table, int limit, String and, boolean orderByPriority) {
    return createSelectDueQuery(
            table, limit, and + " and priority >= " + least + " ", orderByPriority)
        + " for update skip locked";
  }
}
