package dev.astrocat.thumbs.demo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before a server of a test, and can be unplugged. Thread-safe. */
public final class TcpProxy implements AutoCloseable {

  private final int target;
  private final ServerSocket server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean plugged = true;

  private TcpProxy(int target, ServerSocket server) {
    this.target = target;
    this.server = server;
  }

  /** Before a server of this machine. */
  public static TcpProxy before(int port) throws IOException {
    TcpProxy proxy = new TcpProxy(port, new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
    daemon(proxy::accept);
    return proxy;
  }

  /** Where it listens. */
  public int port() {
    return server.getLocalPort();
  }

  /** Cuts all connections, and takes no new ones. */
  public void unplug() throws IOException {
    plugged = false;
    for (Socket socket : sockets) {
      socket.close();
    }
    sockets.clear();
  }

  /** Takes connections again. */
  public void plug() {
    plugged = true;
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket client = server.accept();
        if (!plugged) {
          client.close();
          continue;
        }
        Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(client);
        sockets.add(there);
        daemon(() -> copy(client, there));
        daemon(() -> copy(there, client));
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Ends with either side. */
  private void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      sockets.remove(from); // unplugged, or a side has left
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    unplug();
  }
}
