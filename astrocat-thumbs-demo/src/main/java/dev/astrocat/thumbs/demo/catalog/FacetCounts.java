package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.demo.database.Database;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts facets: one statement groups the images by all facets at once, which gives some hundred
 * groups; each facet is then summed here, without its own filter. Thread-safe.
 */
final class FacetCounts {

  private static final String GROUPS =
      """
      select %1$s, kind, file_format, filter_name, is_plate_solved, problem_code, count(*)
      from cards%2$s
      group by %1$s, kind, file_format, filter_name, is_plate_solved, problem_code
      """;

  private final Database database;
  private final Mounts mounts;

  FacetCounts(Database database, Mounts mounts) {
    this.database = database;
    this.mounts = mounts;
  }

  Facets of(ImageQuery query) {
    // Words stand in no index: H2 would go through one all the same, for its order.
    String mount = query.text().isPresent() ? "mount_id + 0" : "mount_id";
    List<Group> groups = groups(mount, Conditions.base(query, mounts));
    Filters filters = new Filters(query);
    return new Facets(
        sum(groups.stream().filter(filters.but(Facet.NONE))),
        counts(groups, filters.but(Facet.KIND), Group::kind),
        counts(groups, filters.but(Facet.FORMAT), Group::format),
        counts(groups, filters.but(Facet.FILTER), Group::filter),
        sum(groups.stream().filter(filters.but(Facet.SOLVED)).filter(Group::isSolved)),
        sum(groups.stream().filter(filters.but(Facet.PROBLEM)).filter(Group::hasProblem)),
        byMount(groups.stream().filter(filters.but(Facet.NONE)).toList()));
  }

  private List<Group> groups(String mount, Conditions conditions) {
    String sql = GROUPS.formatted(mount, conditions.where());
    return database.with(
        handle ->
            conditions
                .bindTo(handle.createQuery(sql))
                .map(
                    (row, context) ->
                        new Group(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getBoolean(5),
                            row.getString(6) != null,
                            row.getLong(7)))
                .list());
  }

  private List<FolderCount> byMount(List<Group> groups) {
    Map<Long, Long> counts =
        groups.stream()
            .collect(Collectors.groupingBy(Group::mount, Collectors.summingLong(Group::count)));
    return mounts.rows().stream()
        .map(
            row ->
                new FolderCount(
                    row.mount().name(),
                    row.mount().name(),
                    counts.getOrDefault(row.mountId(), 0L),
                    row.mount().connected()))
        .toList();
  }

  /** Largest first, then by name. */
  private static Map<String, Long> counts(
      List<Group> groups, Predicate<Group> filter, Function<Group, @Nullable String> facet) {
    Map<String, Long> counts =
        groups.stream()
            .filter(filter)
            .filter(group -> facet.apply(group) != null)
            .collect(
                Collectors.groupingBy(
                    group -> String.valueOf(facet.apply(group)),
                    Collectors.summingLong(Group::count)));
    Map<String, Long> ordered = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(count -> ordered.put(count.getKey(), count.getValue()));
    return ordered;
  }

  private static long sum(Stream<Group> groups) {
    return groups.mapToLong(Group::count).sum();
  }

  /** What is counted without its own filter. */
  private enum Facet {
    KIND,
    FORMAT,
    FILTER,
    SOLVED,
    PROBLEM,
    NONE
  }

  /** Images that no facet tells apart. */
  private record Group(
      long mount,
      @Nullable String kind,
      @Nullable String format,
      @Nullable String filter,
      boolean isSolved,
      boolean hasProblem,
      long count) {}

  /** The filters of a query on facets. */
  private static final class Filters {

    private final Set<String> kinds;
    private final Set<String> formats;
    private final Set<String> filters;
    private final Optional<Boolean> solved;
    private final Optional<Boolean> problems;

    Filters(ImageQuery query) {
      kinds = new HashSet<>(Conditions.upper(query.kinds()));
      formats = new HashSet<>(Conditions.upper(query.formats()));
      filters = query.filters();
      solved = query.solved();
      problems = query.problems();
    }

    Predicate<Group> but(Facet facet) {
      return group ->
          (facet == Facet.KIND || isIn(kinds, group.kind))
              && (facet == Facet.FORMAT || isIn(formats, group.format))
              && (facet == Facet.FILTER || isIn(filters, group.filter))
              && (facet == Facet.SOLVED || solved.orElse(group.isSolved) == group.isSolved)
              && (facet == Facet.PROBLEM || problems.orElse(group.hasProblem) == group.hasProblem);
    }

    private static boolean isIn(Set<String> wanted, @Nullable String value) {
      return wanted.isEmpty() || (value != null && wanted.contains(value));
    }
  }
}
