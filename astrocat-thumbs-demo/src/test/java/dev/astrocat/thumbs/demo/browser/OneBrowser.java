package dev.astrocat.thumbs.demo.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;

/** Gives all tests the same browser, which starts for the first and ends after the last of them. */
final class OneBrowser implements ParameterResolver {

  private static final int WIDTH = 1400;
  private static final int HEIGHT = 1000;

  private record Running(ChromeDriver driver) implements AutoCloseable {
    @Override
    public void close() {
      driver.quit();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == ChromeDriver.class;
  }

  @Override
  public ChromeDriver resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(Namespace.create(OneBrowser.class))
        .computeIfAbsent(
            Running.class, key -> new Running(Chromium.start(WIDTH, HEIGHT)), Running.class)
        .driver();
  }
}
