package dev.astrocat.thumbs.demo.browser;

import dev.astrocat.thumbs.demo.TestFits;
import dev.astrocat.thumbs.testing.Needs;
import dev.astrocat.thumbs.testing.Tool;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

@Needs(Tool.CHROMIUM)
@ExtendWith(SharedByAll.class)
@Timeout(900)
class NewsElsewhereTest {

  /** The search looks again so long after news; by then one is elsewhere. */
  private static final String UNTIL_IT_HAS_GIVEN_UP =
      "return new Promise((done) => setTimeout(done, 3500))";

  @TempDir private Path folder;

  @Test
  void imagesThatCameWhileOneWasElsewhereAreThere(ChromeDriver browser)
      throws IOException, InterruptedException {
    Path library = folder.resolve("nas");
    TestFits.write(library.resolve("first.fits"), 60, 40);
    try (Demo demo = Demo.start(library, folder.resolve("data"));
        Visit visit = new Visit(demo, browser)) {
      visit.open("/");
      visit.awaitText("#count", "1 image");
      visit.click("a[data-place=admin]");
      visit.await("admin knows", () -> visit.button(".mount", "Scan").isEnabled());
      TestFits.write(library.resolve("second.fits"), 60, 40);
      visit.clickButton(".mount", "Scan");
      visit.awaitText(".mount", "2 files");
      visit.script(UNTIL_IT_HAS_GIVEN_UP);

      visit.click("a[data-place=search]");

      visit.awaitText("#count", "2 images");
      visit.await("both are there", () -> visit.all(".tile .open").size() == 2);
    }
  }
}
