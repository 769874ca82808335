package dev.astrocat.thumbs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules that bytecode no longer shows. */
final class SourceRulesTest {

  private static final int LONGEST_FILE = 400;

  /** Whatever is thrown, but for a block that only tidies up and throws the same on. */
  private static final Pattern CATCH_ALL =
      Pattern.compile(
          "catch \\([^)]*\\b(?:Exception|RuntimeException|Throwable|Error)\\b[^)]*?(\\w+)\\) \\{"
              + "(?![^{}]*throw \\1;\\s*})");

  private static final Pattern EMPTY_CATCH = Pattern.compile("catch\\s*\\([^)]*\\)\\s*\\{\\s*}");

  /**
   * The translators, and where a library sees bytes of a file: whatever it throws, they are why.
   */
  private static final List<String> CATCHERS =
      List.of(
          "corridor/FailureTranslator.java",
          "demo/index/ExifTags.java",
          "formats/imageio/LibraryCall.java",
          "formats/fits/tile/HcompressCodec.java");

  @Test
  void sourcesAreFound() {
    assertThat(SourceTree.mainFiles()).hasSizeGreaterThan(50);
  }

  @Test
  void onlyNamedPlacesCatchAll() {
    assertThat(mainFilesWith(file -> CATCH_ALL.matcher(SourceTree.code(file)).find()))
        .allMatch(name -> CATCHERS.stream().anyMatch(name::endsWith));
  }

  @Test
  void nothingIsCaughtAndForgotten() {
    assertThat(mainFilesWith(file -> EMPTY_CATCH.matcher(SourceTree.text(file)).find())).isEmpty();
  }

  @Test
  void noFileIsLong() {
    assertThat(
            SourceTree.allFiles().stream()
                .filter(file -> SourceTree.text(file).lines().count() > LONGEST_FILE)
                .map(SourceTree::name))
        .isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIs() {
    List<Path> packages =
        SourceTree.mainFiles().stream()
            .filter(file -> !file.endsWith("module-info.java"))
            .map(Path::getParent)
            .distinct()
            .toList();
    assertThat(packages)
        .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).isRegularFile());
  }

  private static List<String> mainFilesWith(Predicate<Path> fault) {
    return SourceTree.mainFiles().stream().filter(fault).map(SourceTree::name).toList();
  }
}
