package dev.astrocat.thumbs.demo.browser;

import dev.astrocat.thumbs.testing.Tool;
import java.time.Duration;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's browser and its driver. */
final class Chromium {

  /** Scripts that scroll through all tiles take a second; on a busy machine, 30 were too few. */
  private static final Duration LONGEST_SCRIPT = Duration.ofMinutes(10);

  private Chromium() {}

  /** A new window without anything kept from others. */
  static ChromeDriver start(int width, int height) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(Tool.CHROMIUM.program("chromium").toFile());
    // Containers have neither the user namespaces of the sandbox nor a large /dev/shm.
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    options.addArguments("--disable-gpu", "--window-size=" + width + "," + height);
    options.setCapability("goog:loggingPrefs", logs);
    // Told, so that nobody looks for one to download.
    System.setProperty("webdriver.chrome.driver", Tool.CHROMIUM.program("chromedriver").toString());
    ChromeDriver driver = new ChromeDriver(options);
    driver.manage().timeouts().scriptTimeout(LONGEST_SCRIPT);
    return driver;
  }
}
