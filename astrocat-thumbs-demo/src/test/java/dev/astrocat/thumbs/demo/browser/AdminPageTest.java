package dev.astrocat.thumbs.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

class AdminPageTest extends InBrowser {

  @BeforeEach
  void openAdmin() {
    visit.open("/admin");
    visit.await("the cache is counted", () -> visit.text(".sum").contains("thumbnail"));
  }

  @Test
  void clearAsksWithCancelInFocusAndClears() {
    visit.clickButton(".cache", "Make missing");
    visit.await("there is something to clear", () -> !visit.text(".sum").startsWith("0 "));
    visit.await("nothing is at work", () -> visit.all(".run[data-status=running]").isEmpty());

    visit.click("#clear-cache");
    assertThat(visit.text("dialog")).contains("Clear the cache?", "Annotated pictures stay");
    assertThat(visit.focused().getText()).isEqualTo("Cancel");
    visit.press(Keys.ESCAPE);
    assertThat(visit.text(".sum")).doesNotStartWith("0 ");

    visit.click("#clear-cache");
    visit.clickButton("dialog", "Clear Cache");
    visit.awaitText(".sum", "0 thumbnails");
    visit.awaitText(".toasts", "The cache is cleared");
  }

  @Test
  void regenerateAllMovesTheBarToItsEnd() {
    visit.clickButton(".cache", "Regenerate All");

    visit.awaitText(".toasts", "see Work now");
    visit.await("the bar is at its end", () -> isThrough(".run"));
    assertThat(visit.text(".run .run-words")).contains(sky.files() + " of " + sky.files());
  }

  @Test
  void allIsNotMadeAnewWhereNobodyKnowsHowManyThatAre() {
    visit.script(
        "const real = fetch; window.asked = []; window.fetch = (url, options) => {"
            + " asked.push(url); return url.startsWith('/api/images?')"
            + " ? Promise.reject(new TypeError('gone')) : real(url, options); }");

    visit.clickButton(".cache", "Regenerate All");

    visit.awaitText(".toasts", "The server does not answer.");
    assertThat(visit.script("return asked.join(' ')")).doesNotContain("thumbnails/regenerate");
  }

  @Test
  void mountIsUpdatedByItself() {
    visit.await("the mount is there", () -> visit.text(".mount-name").equals("sky"));
    assertThat(visit.text(".mount")).contains("Connected", sky.files() + " files");

    visit.clickButton(".mount", "Update thumbnails");

    visit.await("its run is through", () -> isThrough(".run"));
  }

  @Test
  void failuresAreGroupedAndOpenToTheirFiles() {
    visit.clickButton(".cache", "Regenerate All");
    visit.awaitText(".failures", "DATA_TRUNCATED");

    visit.click(".failure-group summary");

    visit.awaitText(".failed-files", Sky.BROKEN);
    assertThat(visit.text(".advice")).isNotBlank();
  }

  @Test
  void machinesAndSettingsAreTold() {
    visit.awaitText(".machines", "Database");
    visit.awaitText(".settings", "THUMBNAIL_MAX_SIZE");
    assertThat(visit.all(".workers li")).isNotEmpty();
  }

  private boolean isThrough(String run) {
    return visit.attribute(run, "data-status").startsWith("completed")
        && visit.attribute(run + " .segments", "aria-valuenow").equals("100");
  }
}
