package dev.astrocat.thumbs.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.NamedSize;
import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.cache.disk.DiskThumbnailCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java of the README's "Use it" is compiled and run here, and its links lead somewhere. */
final class ReadmeSnippetsTest {

  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("");

  private static final Path THIS =
      ROOT.resolve("astrocat-thumbs-demo/src/test/java/dev/astrocat/thumbs/readme")
          .resolve("ReadmeSnippetsTest.java");

  private static final Pattern JAVA_BLOCK = Pattern.compile("(?s)```java\n(.*?)\n```");
  private static final Pattern REGION = Pattern.compile("(?s) // snippet\n(.*?)\n *// end\n");
  private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\((?!https?:)([^)#]+)");

  private static void smallest() throws IOException {
    // snippet
    try (ThumbnailGenerator thumbnails = ThumbnailGenerator.create()) {
      Thumbnail picture = thumbnails.generate(Path.of("m31.fits"));
      Files.write(Path.of("m31.jpg"), picture.bytes());
    }
    // end
  }

  private static List<Thumbnail> several(ThumbnailGenerator thumbnails) {
    // snippet
    ThumbnailRequest page = ThumbnailRequest.of(Path.of("m31.fits")).look(Look.PIXINSIGHT);
    List<Thumbnail> pictures =
        thumbnails.generateSizes(List.of(page, page.size(NamedSize.GRID), page.size(240)));
    // end
    return pictures;
  }

  /** Only compiled: it would leave a folder behind. */
  static Thumbnail cached() {
    // snippet
    try (ThumbnailGenerator thumbnails =
        ThumbnailGenerator.builder().cache(DiskThumbnailCache.at(Path.of("thumbnails"))).build()) {
      ThumbnailRequest request =
          ThumbnailRequest.of(Path.of("m31.fits")).subframe(Subframe.YES).size(NamedSize.CARD);
      return thumbnails.generate(request);
    }
    // end
  }

  @Test
  void theReadmeShowsWhatIsCompiledHere() throws IOException {
    List<String> compiled = found(REGION, THIS).map(String::stripIndent).toList();
    assertThat(compiled).hasSize(3);
    assertThat(found(JAVA_BLOCK, ROOT.resolve("README.md")).limit(3).toList()).isEqualTo(compiled);
    // What follows is ApplicationSnippetsTest's.
  }

  @Test
  void theSmallestSnippetRunsAndMissesItsFile() {
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(ReadmeSnippetsTest::smallest)
        .returns(ErrorCode.SOURCE_NOT_FOUND, ThumbnailException::code);
  }

  @Test
  void theSnippetOfSeveralSizesRunsAndMissesItsFile() {
    try (ThumbnailGenerator thumbnails = ThumbnailGenerator.create()) {
      assertThatExceptionOfType(ThumbnailException.class)
          .isThrownBy(() -> several(thumbnails))
          .returns(ErrorCode.SOURCE_NOT_FOUND, ThumbnailException::code);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "docs/ARCHITECTURE.md",
        "docs/CONTRIBUTING.md",
        "docs/CHANGELOG.md",
        "docs/decisions.md",
        "docs/hosts.md",
        "docs/operations.md",
        "docs/reliability.md"
      })
  void linksLeadSomewhere(String name) throws IOException {
    Path document = ROOT.resolve(name);
    assertThat(found(LINK, document).map(document::resolveSibling)).allMatch(Files::exists);
  }

  private static Stream<String> found(Pattern pattern, Path file) throws IOException {
    return pattern.matcher(Files.readString(file)).results().map(match -> match.group(1));
  }
}
