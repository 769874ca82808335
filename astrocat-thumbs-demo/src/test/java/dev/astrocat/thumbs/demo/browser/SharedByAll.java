package dev.astrocat.thumbs.demo.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Gives all tests of a JVM the same browser, the same images and the same servers. They start for
 * the first test that wants them and end with the JVM: Surefire runs each class by itself where
 * several JVMs take turns, so that whatever JUnit keeps ends with the class. One thread at a time.
 */
final class SharedByAll implements ParameterResolver {

  private static final int WIDTH = 1400;
  private static final int HEIGHT = 1000;

  private static @Nullable ChromeDriver browser;
  private static @Nullable Sky sky;
  private static @Nullable Demos demos;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SharedByAll::end, "end of the browser tests"));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    return type == ChromeDriver.class || type == Sky.class || type == Demos.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    return type == ChromeDriver.class ? browser() : type == Sky.class ? sky() : demos();
  }

  private static synchronized ChromeDriver browser() {
    ChromeDriver running = browser != null ? browser : Chromium.start(WIDTH, HEIGHT);
    browser = running;
    return running;
  }

  private static synchronized Sky sky() {
    Sky made = sky != null ? sky : Sky.make();
    sky = made;
    return made;
  }

  private static synchronized Demos demos() {
    Demos running = demos != null ? demos : new Demos();
    demos = running;
    return running;
  }

  private static synchronized void end() {
    if (browser != null) {
      browser.quit();
    }
    if (demos != null) {
      demos.close();
    }
    try {
      if (sky != null) {
        sky.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
