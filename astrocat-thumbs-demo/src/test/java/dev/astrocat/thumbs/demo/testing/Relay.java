package dev.astrocat.thumbs.demo.testing;

import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between a client and a server of this machine, and fails when told. Thread-safe. */
public final class Relay implements AutoCloseable {

  private enum State {
    OPEN,
    REFUSING,
    STALLED
  }

  private final ServerSocket listener;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile State state = State.OPEN;

  private Relay(int target) throws IOException {
    this.target = target;
    listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
  }

  /** A relay to a port of this machine. */
  public static Relay to(int target) throws IOException {
    Relay relay = new Relay(target);
    relay.threads.execute(relay::accept);
    return relay;
  }

  /** The database behind this relay. */
  public DatabaseUrl address(DatabaseUrl direct) {
    String jdbc = direct.jdbcUrl().replace(":" + target + "/", ":" + port() + "/");
    return new DatabaseUrl(direct.kind(), jdbc, direct.user(), direct.password());
  }

  /** Where it listens. */
  public int port() {
    return listener.getLocalPort();
  }

  /** From now on connections break. */
  public void refuse() {
    state = State.REFUSING;
    sockets.forEach(Relay::shut);
    sockets.clear();
  }

  /** From now on nothing comes through, and nobody is told. */
  public void stall() {
    state = State.STALLED;
  }

  /** From now on all goes on; connections that were made before stay silent. */
  public void resume() {
    state = State.OPEN;
  }

  @Override
  public void close() {
    refuse();
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        sockets.add(client);
        if (state == State.OPEN) {
          Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
          sockets.add(server);
          threads.execute(() -> copy(client, server));
          threads.execute(() -> copy(server, client));
        } else if (state == State.REFUSING) {
          shut(client);
        }
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void copy(Socket from, Socket to) {
    byte[] bytes = new byte[8_192];
    try {
      int n = from.getInputStream().read(bytes);
      while (n >= 0 && state != State.STALLED) { // stalled: both stay open, and silent
        to.getOutputStream().write(bytes, 0, n);
        n = from.getInputStream().read(bytes);
      }
      if (n < 0) {
        shut(to);
      }
    } catch (IOException e) {
      shut(from);
      shut(to);
    }
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
