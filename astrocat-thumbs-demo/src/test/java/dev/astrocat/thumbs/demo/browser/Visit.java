package dev.astrocat.thumbs.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.NotFoundException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A visitor of the demo: what one does on all pages, and what the console said meanwhile. */
final class Visit implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration BETWEEN = Duration.ofMillis(100);
  private static final int MOST_LOOKS = 50;

  private final Demo demo;
  private final ChromeDriver driver;

  Visit(Demo demo, ChromeDriver driver) {
    this.demo = demo;
    this.driver = driver;
    forgetMissing();
  }

  Visit open(String path) {
    driver.get(demo.address(path));
    return this;
  }

  void reload() {
    driver.navigate().refresh();
  }

  void back() {
    driver.navigate().back();
  }

  /** Path and query of where one is. */
  String place() {
    return script("return location.pathname + location.search");
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  void click(String css) {
    asItIsNow(
        () -> {
          find(css).click();
          return css;
        });
  }

  String text(String css) {
    return asItIsNow(() -> find(css).getText());
  }

  /** What stands in an attribute, or a property, of something that has it. */
  String attribute(String css, String name) {
    return asItIsNow(() -> valueOf(find(css), name));
  }

  List<String> attributes(String css, String name) {
    return asItIsNow(() -> all(css).stream().map(element -> valueOf(element, name)).toList());
  }

  private static String valueOf(WebElement element, String name) {
    String value = element.getAttribute(name);
    if (value == null) {
      throw new NotFoundException("no " + name + " at " + element);
    }
    return value;
  }

  /** Whether something is there and in sight. */
  boolean shows(String css) {
    return asItIsNow(() -> all(css).stream().anyMatch(WebElement::isDisplayed));
  }

  /** A page may put another element in the place of one between finding it and looking at it. */
  private static <T> T asItIsNow(Supplier<T> look) {
    for (int i = 0; i < MOST_LOOKS; i++) {
      try {
        return look.get();
      } catch (StaleElementReferenceException e) {
        pause();
      }
    }
    return look.get();
  }

  void clickButton(String within, String words) {
    asItIsNow(
        () -> {
          button(within, words).click();
          return words;
        });
  }

  WebElement button(String within, String words) {
    return all(within + " button").stream()
        .filter(button -> button.getText().equals(words))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no button " + words + " in " + within));
  }

  void choose(String css, String value) {
    click(css + " option[value='" + value + "']");
  }

  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** What has the focus, by its words or its name. */
  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** A command of the browser's own protocol. */
  void command(String name, Map<String, Object> parameters) {
    driver.executeCdpCommand(name, parameters);
  }

  /** How many nodes the page holds, in the document or not, once what nobody needs is gone. */
  long nodes() {
    command("HeapProfiler.collectGarbage", Map.of());
    Map<String, Object> counts = driver.executeCdpCommand("Memory.getDOMCounters", Map.of());
    return ((Number) Objects.requireNonNull(counts.get("nodes"))).longValue();
  }

  /** As wide and high as a page is inside its window. */
  void resize(int width, int height) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** As the window is. */
  void unsize() {
    command("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  BufferedImage screenshot() {
    try {
      return ImageIO.read(new ByteArrayInputStream(driver.getScreenshotAs(OutputType.BYTES)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String script(String code, Object... arguments) {
    return String.valueOf(driver.executeScript(code, arguments));
  }

  /** Waits until something is so; what is not there yet, or no more, is not so. */
  void await(String what, BooleanSupplier isSo) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isSoNow(isSo)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(what + "; the page says: " + text("body"));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }

  private static boolean isSoNow(BooleanSupplier isSo) {
    try {
      return isSo.getAsBoolean();
    } catch (NotFoundException | StaleElementReferenceException e) {
      return false;
    }
  }

  void awaitText(String css, String words) {
    await(css + " says " + words, () -> text(css).contains(words));
  }

  /** Waits until a value is another one than before. */
  void awaitChange(String what, String before, Supplier<String> now) {
    await(what, () -> !now.get().equals(before));
  }

  /** Nothing was complained of, but pictures that cannot be made. */
  void assertQuiet() {
    List<String> complaints =
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
            .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
            .map(LogEntry::getMessage)
            .filter(message -> !isMissingPicture(message))
            .toList();
    assertThat(complaints).isEmpty();
  }

  /** A test that asked for what is not there has read what the browser says of that. */
  void forgetMissing() {
    driver.manage().logs().get(LogType.BROWSER);
  }

  private static boolean isMissingPicture(String message) {
    return message.contains("/thumbnail?") && message.contains("Failed to load resource");
  }

  /** Leaves the page, and with it the stream of events. */
  @Override
  public void close() {
    driver.get("about:blank");
  }
}
