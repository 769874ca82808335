package dev.astrocat.thumbs.demo.browser;

import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Gives all tests the same browser, which starts for the first and ends after the last of them, and
 * the same folder of images with its servers.
 */
final class SharedByAll implements ParameterResolver {

  private static final Set<Class<?>> SHARED = Set.of(ChromeDriver.class, Demos.class, Sky.class);
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
    return SHARED.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Store store = test.getRoot().getStore(Namespace.create(SharedByAll.class));
    if (parameter.getParameter().getType() == Sky.class) {
      return store.computeIfAbsent(Sky.class, key -> Sky.make(), Sky.class);
    }
    if (parameter.getParameter().getType() == Demos.class) {
      return store.computeIfAbsent(Demos.class, key -> new Demos(), Demos.class);
    }
    return store
        .computeIfAbsent(
            Running.class, key -> new Running(Chromium.start(WIDTH, HEIGHT)), Running.class)
        .driver();
  }
}
