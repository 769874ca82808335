package dev.astrocat.thumbs.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Eyes that are used to the dark see nothing but red, whoever draws it. */
class NightTest extends InBrowser {

  /** Green and blue of the reddest text are half of its red; compression adds a little. */
  private static final double MOST = 0.68;

  private static final int TOO_DARK_TO_TELL = 24;

  @BeforeEach
  void fall() {
    visit.script("localStorage.thumbnailTheme = 'night'");
  }

  @AfterEach
  void rise() {
    visit.script("localStorage.thumbnailTheme = 'auto'");
  }

  @Test
  void picturesAndSearchAreRed() {
    visit.open("/?q=galaxy");
    visit.await("all tiles are through", () -> visit.all(".tile[data-state=waiting]").isEmpty());
    visit.await("there are some", () -> visit.shows(".tile[data-state=ready]"));

    visit.click("#q");
    assertAllIsRed("a search box with its cross");
    visit.script("document.querySelector('#q').select()");
    assertAllIsRed("marked text");
  }

  @Test
  void openMenuIsRed() {
    visit.open("/");
    visit.await("a menu", () -> visit.shows("#sort"));

    visit.click("#sort");

    assertAllIsRed("an open menu");
  }

  @Test
  void adminIsRed() {
    visit.open("/admin");
    visit.await("a bar", () -> visit.shows(".segments"));
    visit.await("failures", () -> visit.shows(".failure-group"));

    assertAllIsRed("admin");
  }

  private void assertAllIsRed(String what) {
    BufferedImage page = visit.screenshot();
    long others = 0;
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        others += isRed(page.getRGB(x, y)) ? 0 : 1;
      }
    }
    assertThat(others).as("pixels of %s that are not red", what).isZero();
  }

  private static boolean isRed(int rgb) {
    int other = Math.max(rgb >> 8 & 0xFF, rgb & 0xFF);
    return other <= TOO_DARK_TO_TELL || other <= MOST * (rgb >> 16 & 0xFF);
  }
}
