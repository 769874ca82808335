package dev.astrocat.thumbs.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Phones, and pages that are zoomed: half as wide at 200 %. */
class NarrowPageTest extends InBrowser {

  @AfterEach
  void widen() {
    visit.script("localStorage.removeItem('thumbnailSize')");
    visit.unsize();
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 390, 720, 800})
  void nothingSticksOut(int width) {
    visit.resize(width, 700);

    for (String path : List.of("/", "/?q=no-such-image", "/?q=cut_off&kind=light", "/admin")) {
      visit.open(path);
      visit.await("the page is there", () -> visit.shows("main h1, main h2, .tile"));
      assertNothingSticksOut(path, width);
    }
    visit.open("/?q=galaxy_L");
    visit.await("a tile", () -> visit.shows(".tile .open"));
    visit.click(".tile .open");
    visit.await("the image is told of", () -> visit.shows(".image h1"));
    assertNothingSticksOut("an image", width);
  }

  @Test
  void filtersOpenOverTheGridAndGiveTheFocusBack() {
    visit.resize(720, 450);
    visit.open("/");
    visit.await("tiles", () -> visit.shows(".tile .open"));
    assertThat(visit.shows(".side")).isFalse();

    visit.click(".open-drawer");
    assertThat(visit.attribute(":focus", "aria-label")).isEqualTo("Close filters");
    assertThat(visit.attribute(".results", "inert")).isEqualTo("true");
    visit.click("[data-chip='kind dark']");
    visit.awaitText(".open-drawer", "Filters (1)");
    visit.press(Keys.ESCAPE);

    assertThat(visit.shows(".side")).isFalse();
    assertThat(visit.attribute(":focus", "class")).isEqualTo("open-drawer");
    assertThat(visit.all("[inert]")).isEmpty();
  }

  @Test
  void reasonOfASmallTileStaysInItsFrame() {
    visit.script("localStorage.thumbnailSize = 150");
    visit.open("/?q=cut_off");
    visit.awaitText(".tile", "File is incomplete");

    assertThat(
            visit.script(
                "const bottom = (css) => document.querySelector(css).getBoundingClientRect().bottom;"
                    + " return bottom('.tile .failure') <= bottom('.tile .frame')"))
        .isEqualTo("true");
  }

  private void assertNothingSticksOut(String page, int width) {
    assertThat(
            visit.script(
                "const { scrollWidth, clientWidth } = document.documentElement;"
                    + " return scrollWidth - clientWidth"))
        .as("pixels of %s that stick out of %s", page, width)
        .isEqualTo("0");
  }

  @Test
  void filtersThatAreOpenLeaveAllInReachWhenThePageWidens() {
    visit.resize(720, 450);
    visit.open("/");
    visit.await("tiles", () -> visit.shows(".tile .open"));
    visit.click(".open-drawer");
    assertThat(visit.all("[inert]")).isNotEmpty();

    visit.resize(1200, 700);

    visit.await("all is in reach", () -> visit.all("[inert]").isEmpty());
    assertThat(visit.shows(".side")).isTrue();
  }
}
