package dev.astrocat.thumbs.demo.serve.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.astrocat.thumbs.demo.node.Node;
import dev.astrocat.thumbs.demo.serve.events.Broadcast.HelloBody;
import dev.astrocat.thumbs.demo.serve.events.InstallationWatcher.ChangedBody;
import dev.astrocat.thumbs.demo.serve.events.InstallationWatcher.MountsBody;
import dev.astrocat.thumbs.demo.serve.http.Route;
import dev.astrocat.thumbs.demo.serve.images.ImageBodies;
import dev.astrocat.thumbs.demo.serve.indexer.CacheFigures;
import dev.astrocat.thumbs.demo.serve.indexer.CacheFigures.StatsBody;
import dev.astrocat.thumbs.demo.serve.indexer.IndexerState;
import dev.astrocat.thumbs.demo.serve.indexer.RunBody;
import dev.astrocat.thumbs.demo.serve.indexer.StatusBody.ScanBody;
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
                "server-sent events: first how things stand, then what happens",
                this::listen)
            .type("text/event-stream")
            .event("hello", HelloBody.class)
            .event("run", RunBody.class)
            .event("scan", ScanBody.class)
            .event("mounts", MountsBody.class)
            .event("stats", StatsBody.class)
            .event("thumbnail", ChangedBody.class));
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
