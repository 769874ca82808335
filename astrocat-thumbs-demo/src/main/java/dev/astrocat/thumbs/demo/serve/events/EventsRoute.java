package dev.astrocat.thumbs.demo.serve.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.astrocat.thumbs.demo.node.Node;
import dev.astrocat.thumbs.demo.serve.http.Route;
import dev.astrocat.thumbs.demo.serve.images.ImageBodies;
import dev.astrocat.thumbs.demo.serve.indexer.CacheFigures;
import dev.astrocat.thumbs.demo.serve.indexer.IndexerState;
import io.javalin.http.Context;
import io.javalin.http.Header;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What happens, as it happens. */
public final class EventsRoute implements AutoCloseable {

  private final Broadcast broadcast;

  /** A route over an installation. */
  public EventsRoute(
      Node node,
      ImageBodies bodies,
      IndexerState indexer,
      CacheFigures figures,
      ObjectMapper mapper) {
    broadcast =
        new Broadcast(
            new InstallationWatcher(node, bodies, indexer, figures), mapper, Clock.systemUTC());
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get(
                "/api/events",
                "server-sent events: hello, run, scan, mounts, stats, thumbnail",
                this::listen)
            .type("text/event-stream"));
  }

  private void listen(Context ctx) {
    ctx.res().setContentType("text/event-stream;charset=utf-8");
    ctx.header(Header.CACHE_CONTROL, "no-store");
    ctx.header("X-Accel-Buffering", "no"); // proxies would keep events back
    if (ctx.req().getMethod().equals("HEAD")) {
      return;
    }
    ctx.future(() -> stream(ctx));
  }

  /** The framework has made the exchange asynchronous before it calls this. */
  private CompletableFuture<Void> stream(Context ctx) {
    try {
      ctx.req().getAsyncContext().setTimeout(0);
      ServletOutputStream out = ctx.res().getOutputStream();
      EventStream stream = new EventStream(out);
      broadcast.join(stream);
      out.setWriteListener(stream);
      return stream.closed();
    } catch (IOException e) {
      throw new UncheckedIOException("the client is gone", e);
    }
  }

  /** Ends all streams. */
  @Override
  public void close() {
    broadcast.close();
  }
}
