package dev.astrocat.thumbs.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.testing.Needs;
import dev.astrocat.thumbs.testing.Tool;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

@Needs(Tool.CHROMIUM)
@ExtendWith(SharedByAll.class)
@Timeout(900)
class ServerGoneTest {

  @TempDir private Path folder;

  @Test
  void everyPageSaysSoAndNothingThatItDoesNotKnow(Sky sky, ChromeDriver browser)
      throws InterruptedException {
    Demo demo = Demo.start(sky.folder(), folder.resolve("data"));
    try (Visit visit = new Visit(demo, browser)) {
      visit.open("/");
      visit.awaitText("#count", sky.files() + " images");
      demo.close();

      visit.awaitText("#banner", "The server does not answer.");
      visit.awaitText("#live", "Offline");
      assertThat(visit.all(".tile")).isNotEmpty();

      visit.click("a[data-place='admin']");
      visit.awaitText(".failures", "The server does not answer.");
      assertThat(visit.text(".failures")).doesNotContain("Every image");
      assertThat(visit.shows("#banner")).isTrue();

      visit.click("a[data-place='search']");
      visit.click(".tile .open");
      visit.awaitText(".picture", "No connection");
      assertThat(visit.shows("#banner")).isTrue();
      visit.forgetMissing();
    }
  }
}
