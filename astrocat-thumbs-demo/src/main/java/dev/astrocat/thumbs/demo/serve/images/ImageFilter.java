package dev.astrocat.thumbs.demo.serve.images;

import dev.astrocat.thumbs.classify.FrameKind;
import dev.astrocat.thumbs.demo.catalog.ImageQuery;
import dev.astrocat.thumbs.demo.catalog.Subtype;
import dev.astrocat.thumbs.demo.serve.http.Param;
import dev.astrocat.thumbs.demo.serve.http.Query;
import dev.astrocat.thumbs.demo.serve.http.RequestProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The filters and the order that lists of images share. Stateless. */
final class ImageFilter {

  private static final List<String> ORDERS = List.of("asc", "desc");

  static final List<Param> PARAMS =
      List.of(
          Param.text("q", "words in the name, object, filter or folder"),
          Param.text("path", "mount name, or mount name, slash and folder"),
          Param.text("kind", "kind of frame, in any case")
              .oneOf(names(FrameKind.values()))
              .repeatable(),
          Param.text("format", "file format, such as fits").repeatable(),
          Param.text("filter", "filter, such as Ha").repeatable(),
          Param.yesNo("solved", "only with, or only without, world coordinates"),
          Param.yesNo("problem", "only with, or only without, a problem"),
          Param.text("subtype", "in any case").oneOf(names(Subtype.values())));

  static final List<Param> ORDER =
      List.of(
          Param.text("sort_by", "date unless given").oneOf(ImageQuery.Sort.values()),
          Param.text("sort_order", "desc for dates unless given, else asc").oneOf(ORDERS));

  private ImageFilter() {}

  static ImageQuery of(Query query) {
    ImageQuery.Sort sort =
        query.constant("sort_by", List.of(ImageQuery.Sort.values())).orElse(ImageQuery.ALL.sort());
    return new ImageQuery(
        query.text("q"),
        query.text("path"),
        kinds(query),
        query.texts("format"),
        query.texts("filter"),
        query.yesNo("solved"),
        query.yesNo("problem"),
        query.text("subtype").map(t -> t.toUpperCase(Locale.ROOT)).map(ImageFilter::subtype),
        sort,
        query
            .oneOf("sort_order", ORDERS)
            .map(o -> o.equals("asc") ? ImageQuery.Order.ASCENDING : ImageQuery.Order.DESCENDING)
            .orElse(
                sort == ImageQuery.Sort.DATE
                    ? ImageQuery.Order.DESCENDING
                    : ImageQuery.Order.ASCENDING));
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }

  private static Set<String> kinds(Query query) {
    Set<String> kinds = query.texts("kind");
    List<String> known = names(FrameKind.values());
    if (!kinds.stream().allMatch(kind -> known.contains(kind.toUpperCase(Locale.ROOT)))) {
      throw RequestProblem.parameter("kind", "one of " + String.join(", ", known));
    }
    return kinds;
  }

  private static Subtype subtype(String name) {
    return Arrays.stream(Subtype.values())
        .filter(subtype -> subtype.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                RequestProblem.parameter(
                    "subtype", "one of " + String.join(", ", names(Subtype.values()))));
  }
}
