package dev.astrocat.thumbs.demo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import redis.embedded.RedisServer;

/** A Redis server of a test, which can be ended and started again. One thread at a time. */
public final class RedisProcess implements AutoCloseable {

  private final int port;
  private RedisServer server;

  private RedisProcess(int port) throws IOException {
    this.port = port;
    server = server(port);
  }

  /** An empty server that is ready. */
  public static RedisProcess start() {
    try {
      RedisProcess process = new RedisProcess(freePort());
      process.server.start();
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RedisServer server(int port) throws IOException {
    return RedisServer.newRedisServer()
        .port(port)
        .bind("127.0.0.1")
        .setting("save \"\"")
        .setting("appendonly no")
        .build();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  /** Ends it; what it held is lost. */
  public void stop() {
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it again on the same port. */
  public void restart() {
    try {
      server = server(port);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
