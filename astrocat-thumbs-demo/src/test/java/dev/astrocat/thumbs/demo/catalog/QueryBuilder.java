package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.demo.catalog.ImageQuery.Order;
import dev.astrocat.thumbs.demo.catalog.ImageQuery.Sort;
import java.util.Optional;
import java.util.Set;

/** Puts a query together from what a test cares for. */
final class QueryBuilder {

  private ImageQuery query = ImageQuery.ALL;

  ImageQuery get() {
    return query;
  }

  QueryBuilder text(String text) {
    return with(Optional.of(text), query.path(), query.kinds(), query.formats(), query.filters());
  }

  QueryBuilder path(String path) {
    return with(query.text(), Optional.of(path), query.kinds(), query.formats(), query.filters());
  }

  QueryBuilder kinds(String... kinds) {
    return with(query.text(), query.path(), Set.of(kinds), query.formats(), query.filters());
  }

  QueryBuilder formats(String... formats) {
    return with(query.text(), query.path(), query.kinds(), Set.of(formats), query.filters());
  }

  QueryBuilder filters(String... filters) {
    return with(query.text(), query.path(), query.kinds(), query.formats(), Set.of(filters));
  }

  QueryBuilder solved(boolean solved) {
    return with(Optional.of(solved), query.problems(), query.subtype());
  }

  QueryBuilder problems(boolean problems) {
    return with(query.solved(), Optional.of(problems), query.subtype());
  }

  QueryBuilder subtype(Subtype subtype) {
    return with(query.solved(), query.problems(), Optional.of(subtype));
  }

  QueryBuilder sort(Sort sort, Order order) {
    query =
        new ImageQuery(
            query.text(),
            query.path(),
            query.kinds(),
            query.formats(),
            query.filters(),
            query.solved(),
            query.problems(),
            query.subtype(),
            sort,
            order);
    return this;
  }

  private QueryBuilder with(
      Optional<String> text,
      Optional<String> path,
      Set<String> kinds,
      Set<String> formats,
      Set<String> filters) {
    query =
        new ImageQuery(
            text,
            path,
            kinds,
            formats,
            filters,
            query.solved(),
            query.problems(),
            query.subtype(),
            query.sort(),
            query.order());
    return this;
  }

  private QueryBuilder with(
      Optional<Boolean> solved, Optional<Boolean> problems, Optional<Subtype> subtype) {
    query =
        new ImageQuery(
            query.text(),
            query.path(),
            query.kinds(),
            query.formats(),
            query.filters(),
            solved,
            problems,
            subtype,
            query.sort(),
            query.order());
    return this;
  }
}
