package dev.astrocat.thumbs.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder of real and hostile files that lies outside the project; its path is the system
 * property {@code astrocat.corpus}. Tests that use it are skipped without it.
 *
 * @param folder the folder with MANIFEST.tsv
 */
public record Corpus(Path folder) {

  /** The corpus, or a skipped test. */
  public static Corpus orSkip() {
    String folder = System.getProperty("astrocat.corpus", "");
    assumeTrue(
        !folder.isBlank() && Files.isRegularFile(Path.of(folder, "MANIFEST.tsv")),
        "no corpus: run with -Dastrocat.corpus=FOLDER to check real and hostile files");
    return new Corpus(Path.of(folder));
  }

  /** Folder of the reference pictures, beside the corpus. */
  public Path golden() {
    return folder.resolveSibling("golden");
  }

  /** Rows of the manifest: {@code path}, {@code expect} and more, by column. */
  public List<Map<String, String>> manifest() throws IOException {
    return rows(folder.resolve("MANIFEST.tsv"));
  }

  /** Rows of the list of reference pictures. */
  public List<Map<String, String>> goldenRows() throws IOException {
    return rows(golden().resolve("golden.tsv"));
  }

  /** How many files the corpus holds of a kind, such as {@code fits}, listed or not. */
  public int files(String kind) throws IOException {
    return filesOf(kind).size();
  }

  /** The files of a kind, such as {@code raw}, listed or not; sorted. */
  public List<Path> filesOf(String kind) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(kind))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<Map<String, String>> rows(Path table) throws IOException {
    List<String> lines = Files.readAllLines(table);
    String[] columns = lines.get(0).split("\t", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.length; i++) {
        row.put(columns[i], i < cells.length ? cells[i] : "");
      }
      rows.add(row);
    }
    return rows;
  }
}
