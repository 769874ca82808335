package dev.astrocat.thumbs.demo.browser;

import dev.astrocat.thumbs.testing.Needs;
import dev.astrocat.thumbs.testing.Tool;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Tests of one server with the sample sky, all in one window; no test may make the page complain.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Needs(Tool.CHROMIUM)
@ExtendWith(SharedByAll.class)
@Timeout(900)
abstract class InBrowser {

  private final String[] options;

  Sky sky;
  Demo demo;
  Visit visit;

  private Path data;

  @SuppressWarnings("NullAway.Init") // before all tests
  InBrowser(String... options) {
    this.options = options;
  }

  @BeforeAll
  final void start(@TempDir Path folder, Sky sky, ChromeDriver browser)
      throws InterruptedException {
    this.sky = sky;
    data = folder.resolve("data");
    demo = Demo.start(sky.folder(), data, options);
    visit = new Visit(demo, browser);
    visit.open("/");
    visit.await("all files are found", () -> visit.text("#count").equals(sky.files() + " images"));
  }

  /** Where the server keeps its thumbnails. */
  final Path thumbnails() {
    return data.resolve("thumbnails");
  }

  @AfterEach
  final void nothingIsComplainedOf() {
    visit.assertQuiet();
  }

  @AfterAll
  final void end() {
    visit.close();
    demo.close();
  }
}
