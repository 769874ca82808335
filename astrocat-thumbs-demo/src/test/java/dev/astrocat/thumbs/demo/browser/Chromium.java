package dev.astrocat.thumbs.demo.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's browser and its driver, where they are installed. */
final class Chromium {

  private static final Optional<Path> BROWSER = program("chromium");
  private static final Optional<Path> DRIVER = program("chromedriver");

  static {
    if (!isInstalled()) {
      System.err.println("browser tests are skipped: apt-get install chromium chromium-driver");
    }
  }

  private Chromium() {}

  /** For {@code EnabledIf}. */
  static boolean isInstalled() {
    return BROWSER.isPresent() && DRIVER.isPresent();
  }

  /** A new window without anything kept from others. */
  static ChromeDriver start(int width, int height) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER.orElseThrow().toFile());
    // Containers have neither the user namespaces of the sandbox nor a large /dev/shm.
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    options.addArguments("--disable-gpu", "--window-size=" + width + "," + height);
    options.setCapability("goog:loggingPrefs", logs);
    // Told, so that nobody looks for one to download.
    System.setProperty("webdriver.chrome.driver", DRIVER.orElseThrow().toString());
    return new ChromeDriver(options);
  }

  private static Optional<Path> program(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
