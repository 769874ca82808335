package dev.astrocat.thumbs.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.TestFits;
import dev.astrocat.thumbs.testing.Needs;
import dev.astrocat.thumbs.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

@Needs(Tool.CHROMIUM)
@ExtendWith(SharedByAll.class)
@Timeout(900)
class OfflineMountTest {

  private static final String MADE = ".tile[data-state=ready] img";

  @TempDir private Path folder;

  @Test
  void picturesThatWereMadeStay(ChromeDriver browser) throws IOException, InterruptedException {
    Path library = folder.resolve("nas");
    TestFits.write(library.resolve("m31/light.fits"), 900, 600);
    try (Demo demo = Demo.start(library, folder.resolve("data"));
        Visit visit = new Visit(demo, browser)) {
      visit.open("/admin");
      visit.awaitText(".mount", "1 file,"); // else it says "so far"
      visit.awaitText(".sum", "2 thumbnails"); // for pages and for grids

      Files.move(library, folder.resolve("unplugged"));
      visit.clickButton(".mount", "Scan");
      visit.awaitText(".mount", "Offline since");
      visit.open("/");

      visit.await("its picture is there", () -> visit.shows(MADE));
      visit.awaitText(".tile .badge.offline", "offline");
      visit.click(".tile .open");
      visit.await("in large, too", () -> visit.shows(".picture img"));
    }
  }

  @Test
  void pictureThatCannotBeHadNowIsTriedAgainWhenAskedFor(ChromeDriver browser)
      throws IOException, InterruptedException {
    Path library = folder.resolve("nas");
    TestFits.write(library.resolve("m31/light.fits"), 900, 600);
    try (Demo demo = Demo.start(library, folder.resolve("data"), "--workers", "0");
        Visit visit = new Visit(demo, browser)) {
      visit.open("/admin");
      visit.awaitText(".mount", "1 file,"); // else it says "so far"
      Files.move(library, folder.resolve("unplugged"));
      visit.clickButton(".mount", "Scan");
      visit.awaitText(".mount", "Offline since");
      visit.open("/");
      visit.awaitText(".tile", "Mount not reachable");

      visit.click(".tile .retry");
      visit.await("still not there", () -> visit.shows(".tile .retry"));
      Files.move(folder.resolve("unplugged"), library);
      visit.click(".tile .retry");

      visit.await("its picture is there", () -> visit.shows(MADE));
      assertThat(visit.attribute(":focus", "class")).isEqualTo("open");
    }
  }
}
