package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must not stand in the page, whatever it shows. */
class PageSourcesTest {

  private static final Path PAGE = Path.of("src/main/resources/ui");
  private static final Pattern MARKUP =
      Pattern.compile(
          "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|\\beval\\(|new Function"
              + "|alert\\(|\"style\"");
  private static final Pattern INLINE = Pattern.compile("\\s(?:style|on\\w+)=|<style|<script>");
  private static final Pattern OUTSIDE = Pattern.compile("https?://(?!www\\.w3\\.org/2000/svg)");
  private static final int USUAL_LINES = 100;

  @Test
  void textsNeverBecomeMarkup() throws IOException {
    assertThat(files(".js")).hasSizeGreaterThan(20).noneMatch(file -> has(MARKUP, file));
  }

  @Test
  void nothingIsInline() {
    assertThat(has(INLINE, PAGE.resolve("index.html"))).isFalse();
  }

  @Test
  void nothingComesFromOutside() throws IOException {
    assertThat(files("")).noneMatch(file -> has(OUTSIDE, file));
  }

  @Test
  void halfOfTheModulesAreShort() throws IOException {
    List<Long> lines =
        files(".js").stream()
            .map(file -> text(file).lines().count())
            .sorted(Comparator.naturalOrder())
            .toList();
    assertThat(lines.get(lines.size() / 2)).isLessThan(USUAL_LINES);
  }

  private static boolean has(Pattern pattern, Path file) {
    return pattern.matcher(text(file)).find();
  }

  private static List<Path> files(String end) throws IOException {
    try (Stream<Path> files = Files.walk(PAGE)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(end))
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
