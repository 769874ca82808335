package dev.astrocat.thumbs.demo.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.astrocat.thumbs.demo.Main;
import dev.astrocat.thumbs.testing.Corpus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures and figures of {@code render} against those of the documented pipeline in Python. */
class GoldenTest {

  /** The reference pictures show rows as they are stored, those of XISF flipped as documented. */
  private static final Map<String, String> ROW_ORDERS =
      Map.of("fits", "stored", "standard", "stored", "tiff", "stored", "xisf", "auto");

  private static final List<String> FIGURES = List.of("min", "max", "median", "mad", "c0", "m");

  @ParameterizedTest
  @CsvSource({
    "fits, stf",
    "fits, percentile",
    "standard, none",
    "tiff, stf",
    "tiff, percentile",
    "tiff, none",
    "xisf, stf",
    "xisf, percentile"
  })
  void picturesAndFiguresAreWithinTheirTolerances(String kind, String mode, @TempDir Path out)
      throws IOException {
    Corpus corpus = Corpus.orSkip();
    List<Map<String, String>> rows =
        corpus.goldenRows().stream()
            .filter(row -> row.get("mode").equals(mode))
            .filter(row -> row.get("file").startsWith(kind + "/"))
            .toList();
    List<JsonNode> results = render(corpus, rows, mode, ROW_ORDERS.get(kind), out);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      problem(corpus, rows.get(i), results.get(i)).forEach(wrong::add);
    }
    System.out.println("golden " + kind + " " + mode + ": " + results.size() + " compared");
    assertThat(results).hasSameSizeAs(rows).isNotEmpty();
    assertThat(wrong).isEmpty();
  }

  private static List<JsonNode> render(
      Corpus corpus, List<Map<String, String>> rows, String mode, String rowOrder, Path out)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("render", "--look", "astrocat"));
    arguments.addAll(List.of("--demosaic", "off", "--row-order", rowOrder));
    arguments.addAll(List.of("--size", "800", "--format", "png", "--json"));
    arguments.addAll(List.of("--stretch", mode.equals("stf") ? "astrocat" : mode));
    arguments.addAll(List.of("--subframe", mode.equals("stf") ? "yes" : "no"));
    arguments.addAll(List.of("--out", out.toString()));
    rows.forEach(row -> arguments.add(corpus.folder().resolve(row.get("file")).toString()));
    StringWriter lines = new StringWriter();
    Main.run(
        new PrintWriter(lines),
        new PrintWriter(new StringWriter()),
        arguments.toArray(String[]::new));
    List<JsonNode> results = new ArrayList<>();
    for (String line : lines.toString().lines().toList()) {
      results.add(new ObjectMapper().readTree(line));
    }
    return results;
  }

  private static Stream<String> problem(Corpus corpus, Map<String, String> row, JsonNode result)
      throws IOException {
    String name = row.get("file") + " " + row.get("mode") + ": ";
    if (!result.path("status").asText().equals("ok")) {
      return Stream.of(name + result);
    }
    PictureDifference difference =
        PictureDifference.between(
            corpus.golden().resolve(row.get("png")), Path.of(result.path("out").asText()));
    boolean alike =
        difference.isWithin(
            Integer.parseInt(row.get("max_diff")),
            Double.parseDouble(row.get("max_share")),
            Double.parseDouble(row.get("max_mean")));
    Stream<String> figures =
        FIGURES.stream()
            .filter(figure -> !row.get(figure).isEmpty())
            .filter(figure -> !isClose(row, figure, result))
            .map(
                figure ->
                    name + figure + " " + result.path("stretch") + ", not " + row.get(figure));
    return alike ? figures : Stream.concat(Stream.of(name + difference), figures);
  }

  private static boolean isClose(Map<String, String> row, String figure, JsonNode result) {
    double expected = Double.parseDouble(row.get(figure));
    double actual = result.path("stretch").path(figure).asDouble(Double.NaN);
    double tolerance = Double.parseDouble(row.get("stat_tol"));
    return Math.abs(actual - expected) <= tolerance * Math.max(Math.abs(expected), 1e-9);
  }
}
