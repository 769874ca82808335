package dev.astrocat.thumbs.demo.serve.indexer;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.catalog.CatalogImage;
import dev.astrocat.thumbs.demo.catalog.FailureGroup;
import dev.astrocat.thumbs.demo.jobs.Bulk;
import dev.astrocat.thumbs.demo.jobs.Run;
import dev.astrocat.thumbs.demo.serve.http.JsonBody;
import dev.astrocat.thumbs.demo.serve.http.Param;
import dev.astrocat.thumbs.demo.serve.http.RequestProblem;
import dev.astrocat.thumbs.demo.serve.http.Route;
import dev.astrocat.thumbs.demo.serve.images.ImageBodies;
import dev.astrocat.thumbs.demo.serve.images.ImageRoutes;
import dev.astrocat.thumbs.demo.serve.images.PageBody;
import dev.astrocat.thumbs.host.BulkRequest;
import dev.astrocat.thumbs.host.Renewal;
import dev.astrocat.thumbs.placeholder.Placeholder;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Images without a thumbnail, grouped by the reason, and another attempt at them. */
public final class FailureRoutes {

  private static final int PAGE = 500;
  private static final int MOST_RETRIED = 50_000;

  private final Catalog catalog;
  private final ImageBodies bodies;
  private final Bulk bulk;

  /** Routes over that catalog. */
  public FailureRoutes(Catalog catalog, ImageBodies bodies, Bulk bulk) {
    this.catalog = catalog;
    this.bodies = bodies;
    this.bulk = bulk;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/api/indexer/failures", "why images have no thumbnail", this::groups)
            .answers(GroupsBody.class),
        Route.get(
                "/api/indexer/failures/{code}",
                "images that have no thumbnail for that reason",
                this::images,
                Param.path("code", "such as DATA_TRUNCATED"))
            .with(ImageRoutes.PAGING)
            .answers(PageBody.class),
        Route.post(
                "/api/indexer/failures/retry",
                "try images again that failed",
                this::retry,
                Param.field("code", "only those that failed for that reason")
                    .oneOf(Stream.of(ErrorCode.values()).map(Enum::name).toList())
                    .orNull())
            .accepted()
            .answers(BulkRoutes.StartedBody.class)
            .problems(404));
  }

  private void groups(Context ctx) {
    ctx.json(new GroupsBody(catalog.failures().stream().map(GroupBody::of).toList()));
  }

  /** All problems, by their kind. */
  record GroupsBody(List<GroupBody> groups) {}

  /** Images with a problem of one kind. */
  record GroupBody(
      String code,
      long count,
      String words,
      String advice,
      @JsonProperty("transient") boolean isTransient) {
    static GroupBody of(FailureGroup group) {
      return new GroupBody(
          group.code().name(),
          group.count(),
          Placeholder.title(group.code()),
          Placeholder.advice(group.code()),
          group.isTransient());
    }
  }

  private void images(Context ctx) {
    ErrorCode code =
        code(ctx.pathParam("code"))
            .orElseThrow(() -> RequestProblem.notFound("There is no such reason"));
    ImageRoutes.answerPage(ctx, (page, size) -> catalog.failed(code, page, size), bodies);
  }

  private static Optional<ErrorCode> code(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(ErrorCode.values()).filter(c -> c.name().equals(upper)).findFirst();
  }

  private void retry(Context ctx) throws IOException {
    Optional<ErrorCode> code = JsonBody.of(ctx).constant("code", List.of(ErrorCode.values()));
    List<String> ids = failed(code);
    if (ids.isEmpty()) {
      throw RequestProblem.notFound("Nothing failed for that reason");
    }
    String label = code.map(c -> "again: " + Placeholder.title(c)).orElse("again: all failures");
    Run run = bulk.start(BulkRequest.images(ids).renewal(Renewal.FORCED), label);
    BulkRoutes.started(ctx, run, "Retry started");
  }

  private List<String> failed(Optional<ErrorCode> code) {
    List<String> ids = new ArrayList<>();
    List<ErrorCode> codes =
        code.map(List::of)
            .orElseGet(() -> catalog.failures().stream().map(FailureGroup::code).toList());
    for (ErrorCode one : codes) {
      int page = 1;
      List<CatalogImage> images = catalog.failed(one, page, PAGE).items();
      while (!images.isEmpty() && ids.size() < MOST_RETRIED) {
        images.forEach(image -> ids.add(String.valueOf(image.id())));
        page++;
        images = catalog.failed(one, page, PAGE).items();
      }
    }
    return ids;
  }
}
