package dev.astrocat.thumbs.demo.serve.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts off who has announced a body that does not arrive. A limit of idle time does not end a
 * request that has begun. Stateless; what is pending stands in the request.
 */
final class BodyDeadline {

  private static final long SECONDS = 15;
  private static final String PENDING = BodyDeadline.class.getName();

  private BodyDeadline() {}

  /** Stands before what waits for the body. */
  static Handler.Wrapper begin() {
    return new Handler.Wrapper() {
      @Override
      public boolean handle(Request request, Response response, Callback callback)
          throws Exception {
        if (request.getLength() != 0 && !request.getMethod().equals("GET")) {
          EndPoint client = request.getConnectionMetaData().getConnection().getEndPoint();
          Scheduler scheduler = request.getComponents().getScheduler();
          request.setAttribute(
              PENDING, scheduler.schedule(client::close, SECONDS, TimeUnit.SECONDS));
        }
        return super.handle(request, response, callback);
      }
    };
  }

  /** Stands behind what waits for the body. */
  static Handler.Wrapper end() {
    return new Handler.Wrapper() {
      @Override
      public boolean handle(Request request, Response response, Callback callback)
          throws Exception {
        if (request.getAttribute(PENDING) instanceof Scheduler.Task task) {
          task.cancel();
        }
        return super.handle(request, response, callback);
      }
    };
  }
}
