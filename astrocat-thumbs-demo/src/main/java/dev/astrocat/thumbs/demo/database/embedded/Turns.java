package dev.astrocat.thumbs.demo.database.embedded;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Connections of which one at a time changes something, from its first change to the end of its
 * transaction; all read as they like. Thread-safe; a transaction stays in its thread.
 */
final class Turns {

  /** Fair, so that a scan does not keep people waiting. */
  private final ReentrantLock turn = new ReentrantLock(true);

  private final Gate gate;

  /** Turns for whom the gate lets pass. */
  Turns(Gate gate) {
    this.gate = gate;
  }

  /** Stands before each turn. */
  interface Gate {

    /**
     * Lets pass.
     *
     * @throws SQLException if nothing may be changed now
     */
    void pass() throws SQLException;
  }

  /** Does something while no transaction has changed anything. */
  void between(Saving work) throws SQLException {
    turn.lock();
    try {
      work.run();
    } finally {
      turn.unlock();
    }
  }

  /** The connection, which waits for its turn where it begins to change something. */
  Connection among(Connection connection) {
    return proxy(Connection.class, new Member(connection));
  }

  private static boolean changes(String sql) {
    String text = sql.stripLeading().toLowerCase(Locale.ROOT);
    return !text.startsWith("select") || text.contains("for update");
  }

  static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Turns.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  static @Nullable Object call(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private static String text(@Nullable Object @Nullable [] arguments, String otherwise) {
    return arguments != null && arguments.length > 0 && arguments[0] instanceof String sql
        ? sql
        : otherwise;
  }

  /** What is written while all hold still. */
  interface Saving {
    void run() throws SQLException;
  }

  /** What H2's connection is called by; one thread at a time. */
  private final class Member implements InvocationHandler {

    private final Connection connection;
    private boolean isEachStatementAlone = true;
    private boolean isMyTurn;

    Member(Connection connection) {
      this.connection = connection;
    }

    @Override
    public @Nullable Object invoke(
        Object self, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
      return switch (method.getName()) {
        case "createStatement" -> proxy(Statement.class, statement(made(method, arguments), ""));
        case "prepareStatement" ->
            proxy(PreparedStatement.class, statement(made(method, arguments), text(arguments, "")));
        case "setAutoCommit" -> {
          Object nothing = call(connection, method, arguments);
          isEachStatementAlone = connection.getAutoCommit();
          endIf(isEachStatementAlone);
          yield nothing;
        }
        case "commit", "rollback", "close", "abort" -> {
          try {
            yield call(connection, method, arguments);
          } finally {
            // A rollback to a savepoint has an argument, and goes on.
            endIf(arguments == null || !method.getName().equals("rollback"));
          }
        }
        default -> call(connection, method, arguments);
      };
    }

    private Object made(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
      return Objects.requireNonNull(call(connection, method, arguments));
    }

    private InvocationHandler statement(Object statement, String prepared) {
      return (self, method, arguments) -> {
        if (!method.getName().startsWith("execute")) {
          return call(statement, method, arguments);
        }
        if (!isMyTurn && changes(text(arguments, prepared))) {
          gate.pass();
          turn.lock();
          isMyTurn = true;
        }
        try {
          return call(statement, method, arguments);
        } finally {
          endIf(isEachStatementAlone);
        }
      };
    }

    private void endIf(boolean isOver) {
      if (isOver && isMyTurn) {
        isMyTurn = false;
        turn.unlock();
      }
    }
  }
}
