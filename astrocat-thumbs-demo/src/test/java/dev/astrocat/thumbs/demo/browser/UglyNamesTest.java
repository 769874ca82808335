package dev.astrocat.thumbs.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.TestFits;
import dev.astrocat.thumbs.testing.Needs;
import dev.astrocat.thumbs.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

@Needs(Tool.CHROMIUM)
@ExtendWith(SharedByAll.class)
@Timeout(900)
class UglyNamesTest {

  private static final List<String> NAMES =
      List.of(
          "<img src=x onerror=window.hacked=1>.fits",
          "\"><script>window.hacked=2<&script>.fits",
          "it's 'quoted' \"twice\" & more; %3Cb%3E.fits",
          "\u202Egnp.exe\u05D0\u05D1.fits",
          "line\nbreak\ttab.fits",
          "x".repeat(200) + ".fits");

  @TempDir private Path folder;

  @Test
  void namesAreOnlyEverTexts(ChromeDriver browser) throws IOException, InterruptedException {
    Path library = folder.resolve("<b onclick=window.hacked=3>mount");
    for (String name : NAMES) {
      TestFits.write(library.resolve("<i>folder").resolve(name), 40, 30);
    }
    Files.writeString(library.resolve("<img src=x onerror=window.hacked=4>.xisf"), "XISF0100 no");

    try (Demo demo = Demo.start(library, folder.resolve("data"));
        Visit visit = new Visit(demo, browser)) {
      visit.open("/");
      visit.awaitText("#count", NAMES.size() + 1 + " images");
      visit.await("all tiles are through", () -> visit.all(".tile[data-state=waiting]").isEmpty());
      assertThat(visit.attributes(".tile .open", "title"))
          .anyMatch(title -> title.endsWith(NAMES.get(0)))
          .anyMatch(title -> title.endsWith(NAMES.get(1)));

      visit.click(".tile .open");
      visit.await("an image page", () -> visit.shows(".image h1"));
      assertThat(visit.text(".image .path")).contains("<b onclick=");
      visit.open("/admin");
      visit.awaitText(".mounts", "<b onclick=window.hacked=3>mount");

      assertThat(visit.script("return window.hacked")).isEqualTo("null");
      visit.assertQuiet();
    }
  }
}
