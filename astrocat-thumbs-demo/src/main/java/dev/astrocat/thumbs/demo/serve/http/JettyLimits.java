package dev.astrocat.thumbs.demo.serve.http;

import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;

/**
 * What a connection may take of the server: header sizes, time, number and least speed. Stateless.
 */
public final class JettyLimits {

  private static final int IDLE_MILLIS = 15_000;
  private static final int HEADER_BYTES = 8 << 10;
  private static final int MAX_CONNECTIONS = 4_000;
  private static final int ACCEPT_QUEUE = 1_024;

  /** Most pictures fit, so that no thread waits for a client that takes them slowly. */
  private static final int SEND_BYTES = 256 << 10;

  private static final int STOP_MILLIS = 8_000;

  /**
   * How long a connection may be silent while the server ends. After Jetty's second, whoever waited
   * for a picture on a busy machine was cut off, or told that the server had failed.
   */
  private static final int STOP_IDLE_MILLIS = 3_000;

  private JettyLimits() {}

  /** Puts limits on what all connections share. */
  public static void on(Server server) {
    server.setErrorHandler(new Refusals());
    server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
    server.setStopTimeout(STOP_MILLIS);
    server.insertHandler(BodyDeadline.end());
    server.insertHandler(wholeBodies());
    server.insertHandler(BodyDeadline.begin());
    server.insertHandler(new SizeLimitHandler(Guard.MAX_BODY_BYTES, -1)); // before all others
  }

  /** No thread waits for a body: who sends slowly holds a connection, and nothing else. */
  private static EagerContentHandler wholeBodies() {
    EagerContentHandler handler =
        new EagerContentHandler(
            new EagerContentHandler.RetainedContentLoaderFactory(
                Guard.MAX_BODY_BYTES + 1, 0, false));
    handler.includeMethod("POST", "PUT");
    return handler;
  }

  /** Puts limits on requests. */
  public static void on(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setHttpCompliance(HttpCompliance.RFC7230);
  }

  /** A connector for that address. */
  public static ServerConnector connector(
      Server server, HttpConfiguration http, String host, int port) {
    ServerConnector connector = new EndingConnector(server, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setShutdownIdleTimeout(STOP_IDLE_MILLIS);
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    connector.setAcceptedSendBufferSize(SEND_BYTES);
    connector.addBean(new SlowClients(connector));
    return connector;
  }

  /**
   * At shutdown, closes connections whose requests are all answered instead of waiting for them.
   */
  private static final class EndingConnector extends ServerConnector {

    EndingConnector(Server server, HttpConnectionFactory http) {
      super(server, http);
    }

    @Override
    public CompletableFuture<Void> shutdown() {
      CompletableFuture<Void> end = super.shutdown();
      getConnectedEndPoints().stream().filter(EndingConnector::isAnswered).forEach(EndPoint::close);
      return end;
    }

    /** A client that has sent nothing yet may be about to send its first request. */
    private static boolean isAnswered(EndPoint client) {
      Connection connection = client.getConnection();
      return connection != null
          && connection.getMessagesIn() > 0
          && connection.getMessagesIn() == connection.getMessagesOut();
    }
  }
}
