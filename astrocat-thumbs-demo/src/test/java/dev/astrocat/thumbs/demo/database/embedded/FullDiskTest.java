package dev.astrocat.thumbs.demo.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk counts as full once less than the reserve is left, which here is what the test says. */
final class FullDiskTest {

  private static final long FULL = Long.MAX_VALUE;

  @TempDir private Path folder;

  private final AtomicLong reserve = new AtomicLong();
  private EmbeddedDatabase database;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    database = new EmbeddedDatabase(url(), reserve::get);
    connection = database.connections().getConnection();
    run("create table frames (id int primary key)");
    run("insert into frames values (1)");
    database.save();
  }

  @AfterEach
  void close() throws SQLException {
    reserve.set(0);
    connection.close();
    database.close();
  }

  @Test
  void nothingIsChangedAndAllIsReadUntilThereIsRoom() throws SQLException {
    reserve.set(FULL);

    assertThatThrownBy(() -> run("insert into frames values (2)"))
        .isInstanceOfSatisfying(
            SQLException.class,
            e -> assertThat(e.getSQLState()).isEqualTo(EmbeddedDatabase.DISK_FULL));
    assertThat(frames()).isEqualTo(1);

    reserve.set(0);
    run("insert into frames values (2)");
    assertThat(frames()).isEqualTo(2);
  }

  @Test
  void whatCouldNotBeSavedIsSavedWhenThereIsRoom() throws SQLException {
    run("insert into frames values (2)");
    reserve.set(FULL);
    assertThatThrownBy(database::save)
        .isInstanceOfSatisfying(
            SQLException.class,
            e -> assertThat(e.getSQLState()).isEqualTo(EmbeddedDatabase.DISK_FULL));

    reserve.set(0);
    database.save();
    assertThat(frames()).isEqualTo(2);
  }

  @Test
  void transactionThatHasBegunMayEnd() throws SQLException {
    connection.setAutoCommit(false);
    run("insert into frames values (2)");
    reserve.set(FULL);
    run("insert into frames values (3)");
    connection.commit();
    connection.setAutoCommit(true);

    assertThat(frames()).isEqualTo(3);
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int frames() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from frames")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private String url() {
    return "jdbc:h2:newest:async:" + folder.resolve("full");
  }
}
