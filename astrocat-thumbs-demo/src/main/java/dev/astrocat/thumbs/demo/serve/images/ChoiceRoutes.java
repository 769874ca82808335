package dev.astrocat.thumbs.demo.serve.images;

import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.Priority;
import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.catalog.CatalogImage;
import dev.astrocat.thumbs.demo.catalog.PictureChoice;
import dev.astrocat.thumbs.demo.catalog.Subtype;
import dev.astrocat.thumbs.demo.jobs.Bulk;
import dev.astrocat.thumbs.demo.jobs.Run;
import dev.astrocat.thumbs.demo.serve.http.JsonBody;
import dev.astrocat.thumbs.demo.serve.http.Param;
import dev.astrocat.thumbs.demo.serve.http.Query;
import dev.astrocat.thumbs.demo.serve.http.Route;
import dev.astrocat.thumbs.host.BulkRequest;
import dev.astrocat.thumbs.host.JobOptions;
import dev.astrocat.thumbs.host.Renewal;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a person decides about an image: what it is, how it is shown, that it is made anew. */
public final class ChoiceRoutes {

  private final Catalog catalog;
  private final KnownImages known;
  private final ImageBodies bodies;
  private final ThumbnailGenerator generator;
  private final Bulk bulk;

  /** Routes over that catalog and queue. */
  public ChoiceRoutes(
      Catalog catalog,
      KnownImages known,
      ImageBodies bodies,
      ThumbnailGenerator generator,
      Bulk bulk) {
    this.catalog = catalog;
    this.known = known;
    this.bodies = bodies;
    this.generator = generator;
    this.bulk = bulk;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.put("/api/images/{id}", "say what an image is and how it is shown", this::choose)
            .with(List.of(Param.id()))
            .with(fields())
            .answers(ImageBody.class),
        Route.post(
                "/api/images/{id}/thumbnail/regenerate",
                "make the thumbnail of an image anew",
                this::regenerate,
                Param.id())
            .accepted()
            .answers(QueuedBody.class));
  }

  private List<Param> fields() {
    return List.of(
        Param.field("subtype", "what the image is; null for what was found in it")
            .oneOf(Stream.of(Subtype.values()).map(Enum::name).toList())
            .orNull(),
        Param.field("look", "null for the installation's").oneOf(Look.values()).orNull(),
        Param.field("stretch", "null for the look's").oneOf(generator.stretchIds()).orNull(),
        Param.field("subframe", "null for auto").oneOf(Subframe.values()).orNull());
  }

  private void choose(Context ctx) throws IOException {
    CatalogImage image = known.fresh(new Query(ctx).id());
    JsonBody body = JsonBody.of(ctx);
    Optional<Subtype> subtype = body.constant("subtype", List.of(Subtype.values()));
    UnaryOperator<PictureChoice> changes = changes(body);
    PictureChoice old = image.choice();
    if (body.has("subtype") && !subtype.equals(image.chosenSubtype())) {
      subtype.ifPresentOrElse(
          said -> catalog.changeSubtype(image.id(), said),
          () -> catalog.takeBackSubtype(image.id()));
      old =
          known.fresh(image.id()).choice(); // a subtype decides on subframes, unless the body does
    }
    PictureChoice choice = changes.apply(old);
    if (!choice.equals(old)) {
      catalog.choose(image.id(), choice);
    }
    CatalogImage changed = known.fresh(image.id());
    if (!bodies.version(changed).equals(bodies.version(image))) {
      render(changed, Renewal.NEEDED);
    }
    ctx.json(bodies.body(changed));
  }

  /** What the body does not name stays as it was; null takes a choice back. */
  private UnaryOperator<PictureChoice> changes(JsonBody body) {
    Optional<Look> look = body.constant("look", List.of(Look.values()));
    Optional<String> stretch = body.oneOf("stretch", generator.stretchIds());
    Optional<Subframe> subframe = body.constant("subframe", List.of(Subframe.values()));
    return old ->
        new PictureChoice(
            body.has("look") ? look : old.look(),
            body.has("stretch") ? stretch : old.stretch(),
            body.has("subframe") ? subframe.orElse(Subframe.AUTO) : old.subframe());
  }

  private void regenerate(Context ctx) {
    Run run = render(known.fresh(new Query(ctx).id()), Renewal.FORCED);
    ctx.json(new QueuedBody("queued", "Thumbnail regeneration task queued", run.key()));
  }

  /**
   * A thumbnail that is going to be made.
   *
   * @param key by which that is watched
   */
  record QueuedBody(String status, String message, String key) {}

  /** The choice is named, though the image has it, so that another one is another run. */
  private Run render(CatalogImage image, Renewal renewal) {
    JobOptions options =
        new JobOptions(
            JobOptions.DEFAULT.size(),
            JobOptions.DEFAULT.beside(),
            JobOptions.DEFAULT.format(),
            image.choice().look(),
            image.choice().stretch());
    BulkRequest request =
        BulkRequest.image(String.valueOf(image.id()))
            .options(options)
            .renewal(renewal)
            .priority(Priority.INTERACTIVE);
    return bulk.start(request, image.fileName());
  }
}
