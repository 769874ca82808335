package dev.astrocat.thumbs.demo.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the database is. Immutable; its text shows neither password nor parameters.
 *
 * @param kind which database
 * @param jdbcUrl for the driver; of H2 with what lets one schema do for both
 * @param user who logs in, unless the URL tells
 * @param password of the user
 */
public record DatabaseUrl(
    Kind kind, String jdbcUrl, Optional<String> user, Optional<String> password) {

  /** Databases that can be used. */
  public enum Kind {
    /** In this process, for this process alone. */
    H2,
    /** A server, for several processes. */
    POSTGRESQL
  }

  static final String EXPECTED =
      "postgresql://user:password@host:5432/name, jdbc:postgresql://... or jdbc:h2:...";

  private static final String JDBC_POSTGRESQL = "jdbc:postgresql:";
  private static final String JDBC_H2 = "jdbc:h2:";
  private static final String FILE = "file:";

  /** A file whose header names its newest chunk, and that no interrupted thread closes for all. */
  private static final String SOUND_FILE = "newest:async:";

  /** PostgreSQL's own form, also with the driver that Python programs name in it. */
  private static final Pattern POSTGRESQL =
      Pattern.compile(
          "(?i:postgres(?:ql)?(?:\\+\\w+)?)://(?:(?<login>[^?]*)@)?(?=/?[^/])(?<server>[^/?@]*)(?<rest>(?:/[^?]*)?(?:\\?.*)?)");

  /**
   * Names and order of nulls as in PostgreSQL. It is closed with its last connection: H2's own hook
   * would close it while jobs are being drained. When it writes is the affair of {@code
   * EmbeddedDatabase}.
   */
  private static final List<String> H2_WAYS =
      List.of(
          "MODE=PostgreSQL",
          "DATABASE_TO_LOWER=TRUE",
          "DEFAULT_NULL_ORDERING=HIGH",
          "NON_KEYWORDS=KEY,VALUE",
          // No chunk is moved to make the file smaller; the space of empty ones is used again.
          "AUTO_COMPACT_FILL_RATE=0",
          "MAX_COMPACT_TIME=0",
          "DB_CLOSE_ON_EXIT=FALSE",
          // Statements that a connection keeps parsed: all of a scan, where 8 are usual.
          "QUERY_CACHE_SIZE=100",
          // A sixth of the heap: 100,000 images are searched in half of 1 GB.
          "CACHE_SIZE=" + Runtime.getRuntime().maxMemory() / 6 / 1_024);

  private static final Pattern PARAMETERS = Pattern.compile("[?;].*", Pattern.DOTALL);
  private static final Pattern LOGIN = Pattern.compile("//[^/]*@");

  /** The embedded database of a data folder. */
  public static DatabaseUrl embedded(DataFolder data) {
    String file = data.database().toAbsolutePath().normalize().toString();
    return h2(JDBC_H2 + FILE + file.replace(";", "\\;"));
  }

  /**
   * Understands {@code jdbc:postgresql:...}, {@code postgresql://}, {@code postgres://} and {@code
   * jdbc:h2:...}.
   *
   * @throws IllegalArgumentException for anything else; its message does not hold the text
   */
  public static DatabaseUrl parse(String text) {
    String url = text.strip();
    String lower = url.toLowerCase(Locale.ROOT);
    if (lower.startsWith(JDBC_H2) && url.length() > JDBC_H2.length()) {
      return h2(JDBC_H2 + url.substring(JDBC_H2.length()));
    }
    if (lower.startsWith(JDBC_POSTGRESQL) && url.length() > JDBC_POSTGRESQL.length()) {
      String jdbc = JDBC_POSTGRESQL + url.substring(JDBC_POSTGRESQL.length());
      return ofLogin(jdbc.startsWith(JDBC_POSTGRESQL + "//") ? jdbc.substring(5) : jdbc, jdbc);
    }
    return ofLogin(url, "");
  }

  private static DatabaseUrl ofLogin(String url, String otherwise) {
    Matcher parts = POSTGRESQL.matcher(url);
    if (!parts.matches()) {
      if (otherwise.isEmpty()) {
        throw new IllegalArgumentException("not the address of a database: " + EXPECTED);
      }
      return new DatabaseUrl(Kind.POSTGRESQL, otherwise, Optional.empty(), Optional.empty());
    }
    String[] login = Optional.ofNullable(parts.group("login")).orElse("").split(":", 2);
    return new DatabaseUrl(
        Kind.POSTGRESQL,
        JDBC_POSTGRESQL + "//" + parts.group("server") + parts.group("rest"),
        decoded(login[0]),
        login.length == 1 ? Optional.empty() : decoded(login[1]));
  }

  private static Optional<String> decoded(String text) {
    // Not a form: a plus sign is a plus sign.
    String plain = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
  }

  /** With our ways, but for those that the URL sets itself. */
  private static DatabaseUrl h2(String url) {
    String place = url.substring(JDBC_H2.length());
    StringBuilder jdbc = new StringBuilder(JDBC_H2);
    jdbc.append(place.startsWith(FILE) ? SOUND_FILE + place.substring(FILE.length()) : place);
    String given = url.toUpperCase(Locale.ROOT);
    for (String way : H2_WAYS) {
      String name = way.substring(0, way.indexOf('=') + 1);
      if (!given.contains(";" + name)) {
        jdbc.append(';').append(way);
      }
    }
    return new DatabaseUrl(Kind.H2, jdbc.toString(), Optional.empty(), Optional.empty());
  }

  /** Whether several processes can use it at the same time. */
  public boolean isShared() {
    return kind == Kind.POSTGRESQL;
  }

  /** Without login and parameters. */
  @Override
  public String toString() {
    String plain = PARAMETERS.matcher(jdbcUrl.substring("jdbc:".length())).replaceFirst("");
    return LOGIN.matcher(plain).replaceFirst("//").replace(":" + SOUND_FILE, ":" + FILE);
  }
}
