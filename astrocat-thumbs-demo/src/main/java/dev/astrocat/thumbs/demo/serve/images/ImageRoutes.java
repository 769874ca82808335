package dev.astrocat.thumbs.demo.serve.images;

import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.catalog.Facets;
import dev.astrocat.thumbs.demo.catalog.FolderCount;
import dev.astrocat.thumbs.demo.catalog.ImagePage;
import dev.astrocat.thumbs.demo.catalog.ImageQuery;
import dev.astrocat.thumbs.demo.catalog.Neighbours;
import dev.astrocat.thumbs.demo.serve.http.Param;
import dev.astrocat.thumbs.demo.serve.http.Query;
import dev.astrocat.thumbs.demo.serve.http.RequestProblem;
import dev.astrocat.thumbs.demo.serve.http.Route;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What there is: pages of images, single ones, their neighbours, folders and filters. */
public final class ImageRoutes {

  private static final int DEFAULT_PAGE_SIZE = 20;
  private static final int MAX_PAGE_SIZE = 100;
  private static final int MAX_PAGE = 100_000_000;

  /** Parameters of paging. */
  public static final List<Param> PAGING =
      List.of(
          Param.number("page", 1, MAX_PAGE, "1 unless given"),
          Param.number("page_size", 1, MAX_PAGE_SIZE, DEFAULT_PAGE_SIZE + " unless given"));

  private final Catalog catalog;
  private final KnownImages known;
  private final ImageBodies bodies;

  /** Routes over that catalog. */
  public ImageRoutes(Catalog catalog, KnownImages known, ImageBodies bodies) {
    this.catalog = catalog;
    this.known = known;
    this.bodies = bodies;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/api/images", "images, page by page", this::page)
            .with(PAGING)
            .with(ImageFilter.PARAMS)
            .with(ImageFilter.ORDER)
            .answers(PageBody.class),
        Route.get("/api/images/facets", "how many images each filter leaves", this::facets)
            .with(ImageFilter.PARAMS)
            .answers(FacetsBody.class),
        Route.get(
                "/api/folders",
                "mounts, or the folders in one",
                this::folders,
                Param.text("parent", "mount name, or mount name, slash and folder"))
            .answers(FoldersBody.class),
        Route.get("/api/images/{id}", "an image", this::image, Param.id()).answers(ImageBody.class),
        Route.get(
                "/api/images/{id}/neighbours",
                "what is beside an image in a list",
                this::neighbours,
                Param.id())
            .with(ImageFilter.PARAMS)
            .with(ImageFilter.ORDER)
            .answers(NeighboursBody.class));
  }

  private void page(Context ctx) {
    Query query = new Query(ctx);
    answerPage(ctx, (page, size) -> catalog.search(ImageFilter.of(query), page, size), bodies);
  }

  /** Finds a page. */
  @FunctionalInterface
  public interface Finder {
    /** That page of so many images. */
    ImagePage find(int page, int pageSize);
  }

  /** Answers with the page that the request wants. */
  public static void answerPage(Context ctx, Finder finder, ImageBodies bodies) {
    Query query = new Query(ctx);
    int page = query.number("page", 1, MAX_PAGE, 1);
    int pageSize = query.number("page_size", 1, MAX_PAGE_SIZE, DEFAULT_PAGE_SIZE);
    ctx.json(bodies.page(finder.find(page, pageSize), page, pageSize));
  }

  private void image(Context ctx) {
    ctx.json(bodies.body(known.fresh(new Query(ctx).id())));
  }

  private void neighbours(Context ctx) {
    Query query = new Query(ctx);
    Neighbours beside =
        catalog
            .neighbours(query.id(), ImageFilter.of(query))
            .orElseThrow(RequestProblem::noSuchImage);
    ctx.json(
        new NeighboursBody(
            number(beside.previous()), number(beside.next()), beside.position(), beside.total()));
  }

  private static @Nullable Long number(OptionalLong id) {
    return id.isPresent() ? id.getAsLong() : null;
  }

  private void facets(Context ctx) {
    ImageQuery query = ImageFilter.of(new Query(ctx));
    ctx.json(FacetsBody.of(catalog.facets(query)));
  }

  private void folders(Context ctx) {
    List<FolderCount> folders = catalog.folders(new Query(ctx).text("parent"));
    ctx.json(new FoldersBody(folders));
  }

  /** Mounts, or folders in one. */
  record FoldersBody(List<FolderCount> folders) {}

  /** Answer of the route of neighbours; null at the ends. */
  record NeighboursBody(@Nullable Long previous, @Nullable Long next, long position, long total) {}

  /** How many images there would be for each value of a filter. */
  record FacetsBody(
      long total,
      List<Count> kinds,
      List<Count> formats,
      List<Count> filters,
      long solved,
      long problems,
      List<FolderCount> mounts) {

    static FacetsBody of(Facets facets) {
      return new FacetsBody(
          facets.total(),
          counts(facets.kinds()),
          counts(facets.formats()),
          counts(facets.filters()),
          facets.solved(),
          facets.problems(),
          facets.mounts());
    }

    private static List<Count> counts(Map<String, Long> counts) {
      return counts.entrySet().stream().map(e -> new Count(e.getKey(), e.getValue())).toList();
    }

    record Count(String value, long count) {}
  }
}
