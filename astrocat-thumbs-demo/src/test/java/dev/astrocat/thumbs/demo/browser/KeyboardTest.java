package dev.astrocat.thumbs.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** All that the page can do without a mouse, and where the focus is afterwards. */
class KeyboardTest extends InBrowser {

  @BeforeEach
  void openTheGrid() {
    visit.open("/?sort_by=name");
    visit.await("tiles", () -> visit.all(".tile .open").size() > 5);
  }

  @Test
  void everyKeyOfThePageIsTold() {
    visit.press("?");

    assertThat(visit.all("dialog kbd").stream().map(key -> key.getText()))
        .containsAll(
            List.of("←", "→", "↑", "↓", "Enter", "/", "+", "−", "r", "l", "n", "?", "Esc"));
  }

  @Test
  void slashLeadsToTheSearchBoxFromEveryPage() {
    visit.press("/");
    assertThat(visit.focused().getAttribute("id")).isEqualTo("q");

    visit.press(Keys.ESCAPE);
    assertThat(visit.attribute(":focus", "class")).isEqualTo("open");

    openFirst();
    visit.press("/");
    assertThat(visit.place()).isEqualTo("/?sort_by=name");
    assertThat(visit.focused().getAttribute("id")).isEqualTo("q");

    visit.open("/admin");
    visit.await("admin", () -> visit.shows(".cache"));
    visit.press("/");
    assertThat(visit.place()).isEqualTo("/");
    assertThat(visit.focused().getAttribute("id")).isEqualTo("q");
  }

  @Test
  void plusAndMinusChangeTheSize() {
    String before = visit.attribute("#size", "value");

    visit.press("+");
    assertThat(size()).isGreaterThan(Integer.parseInt(before));
    visit.press("-");
    assertThat(size()).isEqualTo(Integer.parseInt(before));
    visit.press("=");
    assertThat(size()).isGreaterThan(Integer.parseInt(before));
    visit.press("-");
  }

  @Test
  void nightComesAndGoes() {
    String before = visit.attribute("html", "data-theme");

    visit.press("n");
    assertThat(visit.attribute("html", "data-theme")).isEqualTo("night");
    visit.press("n");
    assertThat(visit.attribute("html", "data-theme")).isEqualTo(before);
  }

  @Test
  void regenerateTellsOfTheTileThatHasTheFocus() {
    visit.script("document.querySelector('.tile .open').focus()");
    String name = visit.attribute(":focus", "aria-label");

    visit.press("r");

    visit.awaitText(".toasts", name);
  }

  @Test
  void tabEntersTheGridAtOneTile() {
    visit.script("document.querySelector('.tile .open').focus()");
    visit.press(Keys.ARROW_RIGHT);

    assertThat(visit.all(".tile .open[tabindex='0']")).hasSize(1);
    assertThat(visit.attribute(":focus", "tabIndex")).isEqualTo("0");

    visit.press(Keys.END);
    String last = String.valueOf(sky.files());
    visit.await(
        "the last tile has the focus",
        () -> visit.attribute(".tile:focus-within", "aria-posinset").equals(last));
  }

  @Test
  void openedImageHasTheFocusAndEscLeadsToTheTileOneWalkedTo() {
    openFirst();
    assertThat(visit.attribute(":focus", "aria-label")).isEqualTo("Image");
    visit.awaitText(".position", "1 of ");

    visit.press(Keys.ARROW_RIGHT);
    visit.awaitText(".position", "2 of ");
    visit.press(Keys.ARROW_RIGHT);
    visit.awaitText(".position", "3 of ");
    visit.press(Keys.ESCAPE);

    visit.await(
        "the third tile has the focus",
        () -> visit.attribute(".tile:focus-within", "data-index").equals("2"));
  }

  @Test
  void arrowsAtTheLookOfThePageChooseALook() {
    openFirst();
    visit.awaitText(".position", "1 of ");
    visit.script("document.querySelector('[name=look]:checked').focus()");

    visit.press(Keys.ARROW_RIGHT);

    assertThat(visit.attribute("[name=look]:checked", "value")).isEqualTo("pixinsight");
    assertThat(visit.text(".position")).startsWith("1 of ");
    visit.press(Keys.ARROW_LEFT);
    assertThat(visit.attribute("[name=look]:checked", "value")).isEqualTo("astrocat");
  }

  @Test
  void wayToTheNextImageKeepsTheFocus() {
    openFirst();
    visit.awaitText(".position", "1 of ");
    visit.script("document.querySelector('.neighbour.next').focus()");

    visit.press(Keys.ENTER);
    visit.awaitText(".position", "2 of ");
    visit.press(Keys.ENTER);

    visit.awaitText(".position", "3 of ");
  }

  @Test
  void focusReturnsFromDialogsAndMessages() {
    visit.open("/admin");
    visit.await("the page knows", () -> visit.find("#clear-cache").isEnabled());
    visit.script("document.querySelector('#clear-cache').focus()");
    visit.press(Keys.ENTER);
    assertThat(visit.focused().getText()).isEqualTo("Cancel");
    visit.press(Keys.ENTER);
    assertThat(visit.focused().getText()).isEqualTo("Clear Cache");

    visit.press("?");
    visit.press(Keys.ESCAPE);
    assertThat(visit.focused().getText()).isEqualTo("Clear Cache");

    visit.press(Keys.ENTER);
    visit.press(Keys.TAB, Keys.ENTER);
    visit.awaitText(".toasts", "The cache is cleared");
    visit.await("it can be pressed again", () -> visit.find("#clear-cache").isEnabled());
    assertThat(visit.focused().getText()).isEqualTo("Clear Cache");
    visit.script("document.querySelector('.toast button').focus()");
    visit.press(Keys.ENTER);
    assertThat(visit.focused().getText()).isEqualTo("Clear Cache");
  }

  private void openFirst() {
    visit.script("document.querySelector('.tile .open').focus()");
    visit.press(Keys.ENTER);
    visit.await("the image is open", () -> visit.shows(".image h1"));
  }

  private int size() {
    return Integer.parseInt(visit.attribute("#size", "value"));
  }
}
