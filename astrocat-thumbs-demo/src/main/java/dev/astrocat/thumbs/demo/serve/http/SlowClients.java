package dev.astrocat.thumbs.demo.serve.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts off who sends a request, or takes an answer, so slowly that it must be on purpose. A limit
 * of idle time does not find them: each byte begins it anew. Looks at all connections now and then;
 * one look at a time.
 */
final class SlowClients extends AbstractLifeCycle {

  private static final long LOOK_SECONDS = 3;

  /** A request has at most 8 KB of header and 64 KB of body. */
  private static final long LONGEST_REQUEST = Duration.ofSeconds(15).toNanos();

  /** A picture is seldom larger than a few MB. */
  private static final long LONGEST_WRITE = Duration.ofSeconds(60).toNanos();

  private final AbstractConnector connector;
  private Map<EndPoint, Progress> seen = new HashMap<>();
  private volatile Scheduler.Task next = () -> false;

  /** Watches the connections of that connector, while this is one of its beans. */
  SlowClients(AbstractConnector connector) {
    this.connector = connector;
  }

  @Override
  protected void doStart() {
    next = connector.getScheduler().schedule(this::look, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  protected void doStop() {
    next.cancel();
  }

  private void look() {
    long now = System.nanoTime();
    Map<EndPoint, Progress> found = new HashMap<>();
    for (EndPoint client : connector.getConnectedEndPoints()) {
      Progress progress = seen.getOrDefault(client, Progress.NONE).next(client, now);
      if (progress.isTooSlow(now)) {
        client.close();
      } else {
        found.put(client, progress);
      }
    }
    seen = found; // without those that are gone
    if (isRunning()) {
      doStart();
    }
  }

  /**
   * What one look sees of a connection.
   *
   * @param requests that have begun
   * @param bytes that came
   * @param partSince when bytes came first that were no new request; {@code now} while none did
   * @param writeSince since when the client has not taken what it was sent
   */
  private record Progress(long requests, long bytes, long partSince, long writeSince) {

    private static final Progress NONE = new Progress(0, 0, 0, 0);

    Progress next(EndPoint client, long now) {
      Connection connection = client.getConnection();
      if (connection == null) {
        return NONE;
      }
      long requestsNow = connection.getMessagesIn();
      long bytesNow = connection.getBytesIn();
      boolean isPart = requestsNow == requests && (partSince != 0 || bytesNow > bytes);
      return new Progress(
          requestsNow,
          bytesNow,
          isPart ? earlier(partSince, now) : 0,
          isWriting(client) ? earlier(writeSince, now) : 0);
    }

    private static long earlier(long since, long now) {
      return since == 0 ? now : since;
    }

    private static boolean isWriting(EndPoint client) {
      return client instanceof AbstractEndPoint end && end.getWriteFlusher().isPending();
    }

    boolean isTooSlow(long now) {
      return partSince != 0 && now - partSince > LONGEST_REQUEST
          || writeSince != 0 && now - writeSince > LONGEST_WRITE;
    }
  }
}
