package dev.astrocat.thumbs.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The repository's Java sources. */
final class SourceTree {

  /** Surefire starts each module's tests with its folder as {@code basedir}. */
  static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("");

  /** The folders of the modules. */
  static final List<String> MODULES =
      List.of(
          "astrocat-thumbs-core",
          "astrocat-thumbs-formats",
          "astrocat-thumbs-cache",
          "astrocat-thumbs-demo",
          "benchmarks");

  private SourceTree() {}

  /** Sources of all modules, without tests. */
  static List<Path> mainFiles() {
    return javaFiles("src/main/java");
  }

  /** Sources of all modules, with tests. */
  static List<Path> allFiles() {
    return javaFiles("src");
  }

  private static List<Path> javaFiles(String folder) {
    return MODULES.stream()
        .map(module -> ROOT.resolve(module).resolve(folder))
        .filter(Files::isDirectory)
        .flatMap(SourceTree::javaFilesUnder)
        .toList();
  }

  private static Stream<Path> javaFilesUnder(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of one folder, sorted. */
  static List<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text with comments, strings and characters made blank, so that only code is searched. */
  static String code(Path file) {
    return text(file)
        .replaceAll(
            "(?s)/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])'",
            " ");
  }

  /** The file as people name it. */
  static String name(Path file) {
    return ROOT.relativize(file).toString();
  }
}
