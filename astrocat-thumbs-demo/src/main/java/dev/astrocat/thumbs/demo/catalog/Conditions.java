package dev.astrocat.thumbs.demo.catalog;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** The condition of a query on {@code cards}, and its values. One thread at a time. */
final class Conditions {

  private static final int MOST_WORDS = 10;
  private static final int MOST_FOLDERS = 1_000;

  private static final String BELOW =
      """
      folder_id in (select f.id from folders f where f.mount_id = :mount%1$d
        and (f.path = :folder%1$d or f.path like :below%1$d escape '!'))
      """;

  private final List<String> parts = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  private Conditions() {}

  /** Of all that a query asks for. */
  static Conditions all(ImageQuery query, Mounts mounts) {
    Conditions conditions = base(query, mounts);
    conditions.anyOf("kind", "kind", upper(query.kinds()));
    conditions.anyOf("file_format", "format", upper(query.formats()));
    conditions.anyOf("filter_name", "filter", query.filters());
    query.solved().ifPresent(solved -> conditions.add("is_plate_solved = " + solved));
    query
        .problems()
        .ifPresent(with -> conditions.add("problem_code is " + (with ? "not null" : "null")));
    return conditions;
  }

  /** Without the filters that facets count. */
  static Conditions base(ImageQuery query, Mounts mounts) {
    Conditions conditions = new Conditions();
    query.text().ifPresent(conditions::words);
    query.path().ifPresent(path -> conditions.place(mounts.named(path), mounts));
    query.subtype().ifPresent(conditions::subtype);
    return conditions;
  }

  /** In any of these places or below. */
  static Conditions under(List<Place> places) {
    Conditions conditions = new Conditions();
    List<String> any = new ArrayList<>();
    for (Place place : places) {
      any.add(conditions.below(place, any.size()));
    }
    conditions.add(any.isEmpty() ? "1 = 0" : "(" + String.join(" or ", any) + ")");
    return conditions;
  }

  static Conditions none() {
    return new Conditions();
  }

  Conditions add(String part) {
    parts.add(part);
    return this;
  }

  Conditions bind(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** The clause, or nothing. */
  String where() {
    return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
  }

  <S extends SqlStatement<S>> S bindTo(S statement) {
    return statement.bindMap(values);
  }

  private void words(String text) {
    int n = 0;
    for (String word : text.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
      if (!word.isEmpty() && n < MOST_WORDS) {
        add("words like :word" + n + " escape '!'");
        bind("word" + n, "%" + Texts.literal(Texts.clean(word, 200)) + "%");
        n++;
      }
    }
  }

  private void place(Optional<Place> place, Mounts mounts) {
    add(place.map(p -> p.folder().isEmpty() ? below(p, 0) : inFolders(p, mounts)).orElse("1 = 0"));
  }

  /** With the folders told one by one, an index is used; of so many they are not. */
  private String inFolders(Place place, Mounts mounts) {
    List<Long> folders = mounts.folders(place, MOST_FOLDERS);
    if (folders.isEmpty()) {
      return "1 = 0";
    }
    return folders.size() == MOST_FOLDERS
        ? below(place, 0)
        : folders.stream().map(String::valueOf).collect(joining(", ", "folder_id in (", ")"));
  }

  private String below(Place place, int n) {
    bind("mount" + n, place.mountId());
    if (place.folder().isEmpty()) {
      return "mount_id + 0 = :mount" + n; // or H2 would sort the mount, not walk in its order
    }
    bind("folder" + n, place.folder());
    bind("below" + n, Texts.literal(place.folder()) + "/%");
    return BELOW.formatted(n);
  }

  private void subtype(Subtype subtype) {
    add("subtype = :subtype");
    bind("subtype", subtype.name());
  }

  private void anyOf(String column, String name, Collection<String> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    List<String> names = new ArrayList<>();
    for (String value : wanted) {
      bind(name + names.size(), value);
      names.add(":" + name + names.size());
    }
    add(column + " in (" + String.join(", ", names) + ")");
  }

  static List<String> upper(Collection<String> names) {
    return names.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList();
  }
}
