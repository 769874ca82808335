package dev.astrocat.thumbs.demo.serve.admin;

import dev.astrocat.thumbs.demo.jobs.QueueDepth;
import dev.astrocat.thumbs.demo.node.Machine;
import dev.astrocat.thumbs.demo.node.Node;
import dev.astrocat.thumbs.demo.serve.http.Route;
import dev.astrocat.thumbs.demo.serve.http.Scrub;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;

/** The processes of an installation and what they share. */
public final class MachinesRoute {

  private final Node node;

  /** A route over an installation. */
  public MachinesRoute(Node node) {
    this.node = node;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/api/admin/machines", "processes, queue, database, disk", this::machines)
            .access(Route.Access.ADMIN)
            .answers(MachinesBody.class));
  }

  private void machines(Context ctx) {
    QueueDepth depth = node.queue().depth();
    String redis =
        node.settings().redis().isPresent()
            ? HealthRoute.status(node.redisOutages())
            : "not configured";
    ctx.json(
        new MachinesBody(
            node.machines().machines().stream().map(WorkerBody::of).toList(),
            depth,
            new DatabaseBody(
                node.settings().database().kind().name().toLowerCase(Locale.ROOT),
                HealthRoute.status(node.databaseOutages())),
            new RedisBody(redis),
            new DiskBody(
                node.generator().cacheStatistics().sizeBytes(),
                node.settings().thumbnails().toFile().getUsableSpace())));
  }

  /** A process. */
  record WorkerBody(
      String id,
      String host,
      long pid,
      String role,
      String started,
      String seen,
      int threads,
      String state) {
    static WorkerBody of(Machine machine) {
      return new WorkerBody(
          machine.id(),
          machine.host(),
          machine.pid(),
          machine.role(),
          machine.started().toString(),
          machine.seen().toString(),
          machine.threads(),
          Scrub.clean(machine.state()));
    }
  }

  /** Which database, and whether it answers. */
  record DatabaseBody(String kind, String status) {}

  /** Whether Redis answers. */
  record RedisBody(String status) {}

  /** What thumbnails take, and what is left. */
  record DiskBody(long thumbnailCacheBytes, long freeBytes) {}

  /** Answer of the route. */
  record MachinesBody(
      List<WorkerBody> workers,
      QueueDepth queue,
      DatabaseBody database,
      RedisBody redis,
      DiskBody disk) {}
}
