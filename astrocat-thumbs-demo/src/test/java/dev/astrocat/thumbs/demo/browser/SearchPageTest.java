package dev.astrocat.thumbs.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

class SearchPageTest extends InBrowser {

  /** Longer than what the page waits for before it does something by itself. */
  private static final String AFTER_A_WHILE = "return new Promise((done) => setTimeout(() => done(";

  private static final String DONE = "), 800))";
  private static final String FOLDERS_IN_FOLDERS =
      "document.querySelectorAll('.folders > li > ul').length";

  @BeforeEach
  void openTheGrid() {
    visit.open("/").script("localStorage.clear()");
    visit.open("/");
    visit.await("the first tiles are there", () -> visit.shows(".tile .open"));
  }

  @Test
  void everyTileGetsItsPictureOrSaysWhyNot() {
    visit.open("/?sort_by=name");
    visit.await("no tile waits", () -> visit.shows(".tile") && !visit.shows(waiting()));

    assertThat(visit.all(".tile[data-state=ready] img")).isNotEmpty();
    assertThat(visit.text("#count")).isEqualTo(sky.files() + " images");
  }

  @Test
  void brokenFileSaysWhyAndOffersNoRetry() {
    visit.open("/?q=cut_off");

    visit.awaitText(".tile", "File is incomplete");
    assertThat(visit.text(".tile")).contains("DATA_TRUNCATED");
    assertThat(visit.attribute(".tile .open", "aria-label"))
        .isEqualTo(Sky.BROKEN + ": File is incomplete");
    assertThat(visit.shows(".tile .retry")).isFalse();
  }

  @Test
  void sizeStaysAfterReload() {
    int before = visit.find(".tile").getSize().getWidth();

    visit.find("#size").sendKeys(Keys.END);
    visit.await("tiles are larger", () -> visit.find(".tile").getSize().getWidth() > before);
    visit.reload();

    visit.await("tiles are still larger", () -> visit.find(".tile").getSize().getWidth() > before);
    assertThat(visit.script("return localStorage.thumbnailSize")).isEqualTo("500");
    assertThat(visit.attribute("#size", "value")).isEqualTo("500");
  }

  @Test
  void chipNarrowsTheSearchAndBackWidensIt() {
    visit.await("chips are there", () -> visit.shows("[data-chip='kind dark']"));
    visit.click("[data-chip='kind dark']");

    visit.awaitText("#count", " of " + sky.files());
    assertThat(visit.place()).isEqualTo("/?kind=dark");
    assertThat(visit.attribute("[data-chip='kind dark']", "aria-pressed")).isEqualTo("true");

    visit.back();
    visit.awaitText("#count", sky.files() + " images");
  }

  @Test
  void nothingThatMatchesOffersToClearTheFilters() {
    visit.open("/?q=no-such-image");

    visit.awaitText(".nothing", "Nothing matches");
    visit.clickButton(".nothing", "Clear filters");
    visit.awaitText("#count", sky.files() + " images");
  }

  @Test
  void keysWalkOpenAndComeBackToTheSameTile() {
    visit.script("document.querySelector('.tile .open').focus()");
    visit.press(Keys.ARROW_RIGHT, Keys.ARROW_DOWN);
    String tile = visit.attribute(":focus", "href");
    visit.press(Keys.ENTER);

    visit.await("the image is open", () -> tile.endsWith(visit.place()));
    visit.await("it has a name", () -> visit.shows(".image h1"));
    visit.press(Keys.ESCAPE);

    visit.await("the grid is back", () -> visit.place().equals("/"));
    visit.await("with the focus", () -> tile.equals(visit.attribute(":focus", "href")));
  }

  @Test
  void lookOfThePageStaysAndAsksForOtherPictures() {
    visit.press("l");
    visit.await(
        "pictures of the other look",
        () -> !visit.all(".tile img[src*='look=pixinsight']").isEmpty());

    visit.reload();
    visit.await(
        "pictures of the other look, still",
        () -> !visit.all(".tile img[src*='look=pixinsight']").isEmpty());
    assertThat(visit.script("return localStorage.thumbnailLook")).isEqualTo("pixinsight");
  }

  @Test
  void questionMarkTellsTheKeys() {
    visit.press("?");

    assertThat(visit.text("dialog")).contains("Keys", "the other look", "Esc");
    visit.press(Keys.ESCAPE);
    visit.await("it is closed", () -> !visit.shows("dialog"));
  }

  private static String waiting() {
    return ".tile[data-state=waiting]";
  }

  @Test
  void placeInTheGridIsNoPlaceAtAnImage() {
    visit.open("/?q=galaxy_L_300s_0001");
    visit.await("its tile", () -> visit.all(".tile .open").size() == 1);
    visit.click(".tile .open");
    visit.await("the image is open", () -> visit.shows(".image h1"));
    visit.back();
    visit.await("the grid is back", () -> visit.shows(".tile .open"));
    visit.script("history.forward()");
    visit.await("the image is open again", () -> visit.shows("#look"));

    visit.script("document.querySelector('#look').focus()");

    assertThat(visit.script(AFTER_A_WHILE + "history.state.from" + DONE)).isEqualTo("search");
  }

  @Test
  void lettersThatWereJustTypedLeadNobodyBack() {
    visit.script(
        "const q = document.querySelector('#q'); q.value = 'galaxy';"
            + " q.dispatchEvent(new Event('input'));"
            + " document.querySelector('a[data-place=admin]').click()");

    assertThat(visit.script(AFTER_A_WHILE + "location.pathname" + DONE)).isEqualTo("/admin");
  }

  @Test
  void whatASearchCouldNotHaveIsNotToldOfAtOtherPages() {
    visit.await("chips are there", () -> visit.shows("[data-chip='kind dark']"));
    visit.script(
        "const real = fetch; window.fetch = (url, options) => url.includes('/facets')"
            + " ? new Promise((_, no) => setTimeout(() => no(new TypeError('gone')), 200))"
            + " : real(url, options);"
            + " document.querySelector(\"[data-chip='kind dark']\").click();"
            + " document.querySelector('a[data-place=admin]').click()");

    assertThat(visit.script(AFTER_A_WHILE + "document.querySelector('#banner').hidden" + DONE))
        .isEqualTo("true");
  }

  @Test
  void folderThatIsPressedManyTimesHasItsFoldersOnce() {
    visit.await("folders", () -> visit.shows(".twig"));

    visit.script(
        "const twig = document.querySelector('.twig'); [1, 2, 3].forEach(() => twig.click())");
    assertThat(visit.script(AFTER_A_WHILE + FOLDERS_IN_FOLDERS + DONE)).isEqualTo("1");

    visit.script(
        "const twig = document.querySelector('.twig'); [1, 2, 3].forEach(() => twig.click())");
    assertThat(visit.script(AFTER_A_WHILE + FOLDERS_IN_FOLDERS + DONE)).isEqualTo("0");
    assertThat(visit.attribute(".twig", "aria-expanded")).isEqualTo("false");
  }
}
