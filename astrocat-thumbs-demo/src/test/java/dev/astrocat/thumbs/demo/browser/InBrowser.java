package dev.astrocat.thumbs.demo.browser;

import dev.astrocat.thumbs.testing.Needs;
import dev.astrocat.thumbs.testing.Tool;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Tests of a server with the sample sky, all in one window; no test may make the page complain.
 * Classes with the same options share the server: each leaves what people choose as it found it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Needs(Tool.CHROMIUM)
@ExtendWith(SharedByAll.class)
@Timeout(900)
abstract class InBrowser {

  private final List<String> options;

  Sky sky;
  Demo demo;
  Visit visit;

  @SuppressWarnings("NullAway.Init") // before all tests
  InBrowser(String... options) {
    this.options = List.of(options);
  }

  @BeforeAll
  final void start(Sky sky, Demos demos, ChromeDriver browser) throws InterruptedException {
    this.sky = sky;
    demo = demos.with(sky, options);
    visit = new Visit(demo, browser);
    visit.open("/").script("localStorage.clear()");
    visit.reload();
    visit.await("all files are found", () -> visit.text("#count").equals(sky.files() + " images"));
  }

  @AfterEach
  final void nothingIsComplainedOf() {
    visit.assertQuiet();
  }

  @AfterAll
  final void end() {
    visit.close();
  }
}
