package dev.astrocat.thumbs.demo.database;

import java.time.Duration;
import java.time.Instant;

/**
 * Who alone does something among all processes of an installation, for a while. A process that dies
 * loses its leases when they expire. Thread-safe; clocks of the processes may differ, for only the
 * database's counts.
 */
public final class Leases {

  private final Database database;

  /** The leases that a database keeps. */
  public Leases(Database database) {
    this.database = database;
  }

  /**
   * Takes a lease that nobody else holds, or holds one's own for longer.
   *
   * @param name what is done
   * @param holder who does it, unique among all processes
   * @param time from now on
   * @return whether the holder has it now
   */
  public boolean take(String name, String holder, Duration time) {
    Instant now = database.with(Clocks::now);
    return renewed(name, holder, now, now.plus(time)) || inserted(name, holder, now.plus(time));
  }

  /** Gives back a lease, if it is the holder's. */
  public void giveBack(String name, String holder) {
    database.use(
        handle -> handle.execute("delete from leases where name = ? and holder = ?", name, holder));
  }

  private boolean renewed(String name, String holder, Instant now, Instant until) {
    String sql =
        """
        update leases set holder = :holder, expires_at = :until
        where name = :name and (holder = :holder or :now >= expires_at)
        """;
    return database.with(
            handle ->
                handle
                    .createUpdate(sql)
                    .bind("holder", holder)
                    .bind("until", until)
                    .bind("name", name)
                    .bind("now", now)
                    .execute())
        > 0;
  }

  private boolean inserted(String name, String holder, Instant until) {
    String sql =
        """
        insert into leases (name, holder, expires_at)
        select cast(? as varchar(200)), cast(? as varchar(200)), cast(? as timestamp with time zone)
        where not exists (select 1 from leases where name = ?)
        """;
    try {
      return database.with(handle -> handle.execute(sql, name, holder, until, name)) > 0;
    } catch (StoreException e) {
      if (e.kind() == StoreException.Kind.DUPLICATE) {
        return false; // another was quicker
      }
      throw e;
    }
  }
}
