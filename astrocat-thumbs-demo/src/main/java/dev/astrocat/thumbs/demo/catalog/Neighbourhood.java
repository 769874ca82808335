package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.demo.catalog.ImageQuery.Order;
import dev.astrocat.thumbs.demo.database.Database;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is beside an image in the order of a query: one pass over what the query finds gives
 * the counts and the nearest keys on both sides, two looks into an index their images. Thread-safe.
 */
final class Neighbourhood {

  private static final String SMALLER = "(%1$s < :key or (%1$s = :key and image_id < :id))";
  private static final String LARGER = "(%1$s > :key or (%1$s = :key and image_id > :id))";

  private static final String PASS =
      """
      select count(*), count(case when %2$s then 1 end), max(case when %2$s then %1$s end),
        min(case when %3$s then %1$s end)
      from cards\
      """;

  private final Database database;
  private final Mounts mounts;

  Neighbourhood(Database database, Mounts mounts) {
    this.database = database;
    this.mounts = mounts;
  }

  Optional<Neighbours> of(long id, ImageQuery query) {
    String column = new Direction(query.sort(), query.order()).column();
    Conditions itself = Conditions.all(query, mounts).add("image_id = :id").bind("id", id);
    String sql = "select " + column + " from cards" + itself.where();
    return database.with(
        handle ->
            itself
                .bindTo(handle.createQuery(sql))
                .map((row, context) -> row.getObject(1))
                .findOne()
                .map(key -> new Image(id, key, column))
                .map(image -> around(handle, image, query)));
  }

  private Neighbours around(Handle handle, Image image, ImageQuery query) {
    Conditions all = image.bindTo(Conditions.all(query, mounts));
    String sql = PASS.formatted(image.column, image.smaller(), image.larger()) + all.where();
    Sides sides =
        all.bindTo(handle.createQuery(sql))
            .map(
                (row, context) ->
                    new Sides(row.getLong(1), row.getLong(2), row.getObject(3), row.getObject(4)))
            .one();
    OptionalLong smaller = nearest(handle, image, query, sides.below, "max", image.smaller());
    OptionalLong larger = nearest(handle, image, query, sides.above, "min", image.larger());
    return query.order() == Order.ASCENDING
        ? new Neighbours(smaller, larger, sides.smaller, sides.total)
        : new Neighbours(larger, smaller, sides.total - 1 - sides.smaller, sides.total);
  }

  /** Of the images with a key, the one that is next on that side. */
  private OptionalLong nearest(
      Handle handle,
      Image image,
      ImageQuery query,
      @Nullable Object key,
      String outermost,
      String side) {
    if (key == null) {
      return OptionalLong.empty();
    }
    Conditions conditions = image.bindTo(Conditions.all(query, mounts));
    conditions.add(image.column + " = :nearest").bind("nearest", key).add(side);
    String sql = "select " + outermost + "(image_id) from cards" + conditions.where();
    return conditions
        .bindTo(handle.createQuery(sql))
        .mapTo(Long.class)
        .findOne()
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  /** An image and what it is ordered by. */
  private record Image(long id, Object key, String column) {

    String smaller() {
      return SMALLER.formatted(column);
    }

    String larger() {
      return LARGER.formatted(column);
    }

    Conditions bindTo(Conditions conditions) {
      return conditions.bind("id", id).bind("key", key);
    }
  }

  /** How many images a query finds, how many are smaller, and the nearest keys on both sides. */
  private record Sides(long total, long smaller, @Nullable Object below, @Nullable Object above) {}
}
