package dev.astrocat.thumbs.demo.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Instants in columns with a time zone. By way of java.sql.Timestamp, the hour at the end of summer
 * time would be ambiguous.
 */
final class Instants extends AbstractArgumentFactory<Instant>
    implements ColumnMapper<@Nullable Instant> {

  private Instants() {
    super(Types.TIMESTAMP_WITH_TIMEZONE);
  }

  static void registerAt(Jdbi jdbi) {
    Instants instants = new Instants();
    jdbi.registerArgument(instants);
    jdbi.registerColumnMapper(Instant.class, instants);
  }

  @Override
  protected Argument build(Instant value, ConfigRegistry config) {
    OffsetDateTime utc = value.atOffset(ZoneOffset.UTC);
    return (position, statement, context) -> statement.setObject(position, utc);
  }

  @Override
  public @Nullable Instant map(ResultSet row, int column, StatementContext context)
      throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
