package dev.astrocat.thumbs.demo.serve.indexer;

import dev.astrocat.thumbs.demo.jobs.Bulk;
import dev.astrocat.thumbs.demo.jobs.Run;
import dev.astrocat.thumbs.demo.serve.http.JsonBody;
import dev.astrocat.thumbs.demo.serve.http.Param;
import dev.astrocat.thumbs.demo.serve.http.RequestProblem;
import dev.astrocat.thumbs.demo.serve.http.Route;
import dev.astrocat.thumbs.host.BulkRequest;
import dev.astrocat.thumbs.host.Renewal;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Thumbnails for many images: begun, watched and steered. */
public final class BulkRoutes {

  private static final Param RENEWAL =
      Param.field("renewal", "which thumbnails are made; all (forced) unless given")
          .oneOf(Renewal.values())
          .orNull();
  private static final Param KEY = Param.path("key", "key of the run");

  private final Bulk bulk;
  private final NamedFolders folders;

  /** Routes over these runs. */
  public BulkRoutes(Bulk bulk, NamedFolders folders) {
    this.bulk = bulk;
    this.folders = folders;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.post(
                "/api/indexer/thumbnails/regenerate",
                "make the thumbnails of all images",
                this::everything,
                RENEWAL)
            .accepted()
            .answers(StartedBody.class),
        Route.post(
                "/api/indexer/batch/thumbnails",
                "make the thumbnails of a folder",
                this::folder,
                Param.field("path", "a folder at or below a mount, absolute or by mount name")
                    .needed(),
                RENEWAL)
            .accepted()
            .answers(StartedBody.class)
            .problems(404),
        Route.get("/api/indexer/bulk", "all runs of the last hour", this::all)
            .answers(RunsBody.class),
        Route.get("/api/indexer/bulk/{key}", "a run", this::one, KEY).answers(RunBody.class),
        steering("cancel", "end a run; what is queued stays undone", bulk::cancel),
        steering("pause", "let workers leave a run alone", bulk::pause),
        steering("resume", "let workers go on with a run", bulk::resume));
  }

  private Route steering(String verb, String summary, Consumer<String> act) {
    return Route.post(
            "/api/indexer/bulk/{key}/" + verb,
            summary,
            ctx -> {
              run(ctx);
              act.accept(ctx.pathParam("key"));
              ctx.json(RunBody.of(run(ctx)));
            },
            KEY)
        .answers(RunBody.class);
  }

  private void everything(Context ctx) throws IOException {
    JsonBody body = JsonBody.of(ctx);
    BulkRequest request = BulkRequest.everything().renewal(renewal(body));
    started(ctx, bulk.start(request, "all images"), "Regeneration and stats refresh started");
  }

  private void folder(Context ctx) throws IOException {
    JsonBody body = JsonBody.of(ctx);
    Path folder = folders.named(body.text("path").orElseThrow(BulkRoutes::noPath));
    BulkRequest request = BulkRequest.under(folder).renewal(renewal(body));
    started(ctx, bulk.start(request, folders.label(folder)), "Bulk thumbnail generation started");
  }

  static RequestProblem noPath() {
    return RequestProblem.parameter("path", "a folder at or below a mount");
  }

  private static Renewal renewal(JsonBody body) {
    return body.constant("renewal", List.of(Renewal.values())).orElse(Renewal.FORCED);
  }

  static void started(Context ctx, Run run, String message) {
    ctx.json(new StartedBody(message, run.progress().run(), run.key()));
  }

  /**
   * A run that was begun, or joined.
   *
   * @param taskId its id
   * @param key by which it is watched and steered
   */
  record StartedBody(String message, String taskId, String key) {}

  private void all(Context ctx) {
    ctx.json(new RunsBody(bulk.runs().stream().map(RunBody::of).toList()));
  }

  /** All runs that are remembered. */
  record RunsBody(List<RunBody> runs) {}

  private void one(Context ctx) {
    ctx.json(RunBody.of(run(ctx)));
  }

  private Run run(Context ctx) {
    return bulk.run(ctx.pathParam("key"))
        .orElseThrow(() -> RequestProblem.notFound("Run not found"));
  }
}
