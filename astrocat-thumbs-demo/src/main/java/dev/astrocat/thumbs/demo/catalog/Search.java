package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.demo.catalog.ImageQuery.Order;
import dev.astrocat.thumbs.demo.catalog.ImageQuery.Sort;
import dev.astrocat.thumbs.demo.database.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds images. First their ids, by narrow indexes, then their rows. Thread-safe. */
final class Search {

  /** So few are sorted sooner than met in an index, of which this part would be walked along. */
  private static final int FEW = 2_000;

  private static final int DISTANCE = 4;

  private final Database database;
  private final Mounts mounts;

  Search(Database database, Mounts mounts) {
    this.database = database;
    this.mounts = mounts;
  }

  ImagePage page(ImageQuery query, int page, int pageSize) {
    Direction direction = new Direction(query.sort(), query.order());
    return page(Conditions.all(query, mounts), direction, page, pageSize);
  }

  ImagePage failed(ErrorCode code, int page, int pageSize) {
    Conditions conditions = Conditions.none().add("problem_code = :code");
    conditions.bind("code", code.name());
    return page(conditions, new Direction(Sort.ID, Order.ASCENDING), page, pageSize);
  }

  private ImagePage page(Conditions conditions, Direction direction, int page, int pageSize) {
    long total = count(conditions);
    long first = (page - 1L) * pageSize;
    int size = (int) Math.max(0, Math.min(pageSize, total - first));
    if (size == 0) {
      return new ImagePage(List.of(), total);
    }
    // Pages of the second half are counted from the end, which is as far as it gets.
    boolean fromEnd = first > total / 2;
    long offset = fromEnd ? total - first - size : first;
    Direction walked = fromEnd ? direction.reversed() : direction;
    boolean isSorted = total <= FEW && total < DISTANCE * (offset + size);
    String order = isSorted ? walked.orderByValue() : walked.orderBy();
    List<Long> ids = ids(conditions, order, size, offset);
    return new ImagePage(byIds(fromEnd ? reversed(ids) : ids), total);
  }

  /** Images in the order of their ids; those that are gone are left out. */
  List<CatalogImage> byIds(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, CatalogImage> images =
        database
            .with(
                handle ->
                    handle
                        .createQuery(ImageRow.SELECT + " where i.id in (<ids>)")
                        .bindList("ids", ids)
                        .map(new ImageRow())
                        .list())
            .stream()
            .collect(Collectors.toMap(CatalogImage::id, Function.identity()));
    return ids.stream().map(images::get).filter(Objects::nonNull).toList();
  }

  List<CatalogImage> changedAfter(Instant time, long id, int limit) {
    String sql =
        """
        select id from images
        where touched_at >= :time and (touched_at > :time or id > :id) and touched_at > added_at
        order by touched_at, id limit :limit
        """;
    return byIds(
        database.with(
            handle ->
                handle
                    .createQuery(sql)
                    .bind("time", time)
                    .bind("id", id)
                    .bind("limit", limit)
                    .mapTo(Long.class)
                    .list()));
  }

  private List<Long> ids(Conditions conditions, String order, int limit, long offset) {
    String sql =
        "select image_id from cards%s order by %s limit :limit offset :offset"
            .formatted(conditions.where(), order);
    return database.with(
        handle ->
            conditions
                .bindTo(handle.createQuery(sql))
                .bind("limit", limit)
                .bind("offset", offset)
                .mapTo(Long.class)
                .list());
  }

  private long count(Conditions conditions) {
    String sql = "select count(*) from cards" + conditions.where();
    return database.with(
        handle -> conditions.bindTo(handle.createQuery(sql)).mapTo(Long.class).one());
  }

  private static List<Long> reversed(List<Long> ids) {
    List<Long> turned = new ArrayList<>(ids);
    Collections.reverse(turned);
    return turned;
  }
}
