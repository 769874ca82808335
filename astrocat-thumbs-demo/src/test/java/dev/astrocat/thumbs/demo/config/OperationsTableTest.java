package dev.astrocat.thumbs.demo.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of settings in docs/operations.md is that of the program. */
final class OperationsTableTest {

  private static final Path OPERATIONS = Path.of("..", "docs", "operations.md");

  /** {@code | `VARIABLE` | `--option` | what | default |}. */
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `([A-Z_]+)` \\| `(--[a-z-]+)` \\| [^|]+ \\| ([^|]+) \\|$", Pattern.MULTILINE);

  @Test
  void variablesAndOptionsAreThoseOfTheProgram() throws IOException {
    Map<String, String> told = new LinkedHashMap<>();
    rows().forEach(row -> told.put(row.get(0), row.get(1)));
    Map<String, String> real = new LinkedHashMap<>();
    Arrays.stream(Key.values()).forEach(key -> real.put(key.variable(), key.option()));
    assertThat(told).containsExactlyInAnyOrderEntriesOf(real);
  }

  @Test
  void defaultsAreThoseOfTheProgram() throws IOException {
    List<List<String>> rows = rows();
    for (Key key : Key.values()) {
      String usual = key.usual();
      List<String> row =
          rows.stream().filter(r -> r.get(0).equals(key.variable())).findFirst().orElseThrow();
      if (!usual.isEmpty()) {
        assertThat(row.get(2)).as(key.variable()).startsWith("`" + usual + "`");
      }
    }
  }

  private static List<List<String>> rows() throws IOException {
    List<List<String>> rows =
        ROW.matcher(Files.readString(OPERATIONS))
            .results()
            .map(row -> List.of(row.group(1), row.group(2), row.group(3)))
            .toList();
    assertThat(rows).as("rows of the table").isNotEmpty();
    return rows;
  }
}
