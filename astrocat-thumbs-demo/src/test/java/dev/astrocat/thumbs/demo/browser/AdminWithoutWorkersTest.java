package dev.astrocat.thumbs.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Nobody takes the jobs, so a run stays as it is for as long as one looks. */
class AdminWithoutWorkersTest extends InBrowser {

  AdminWithoutWorkersTest() {
    super("--workers", "0");
  }

  @Test
  void runIsStillThereAfterReloadAndCanBePausedAndCancelled() {
    visit.open("/admin");
    visit.await("the page knows", () -> visit.button(".cache", "Regenerate All").isEnabled());
    visit.clickButton(".cache", "Regenerate All");
    visit.awaitText(".run", "0 of " + sky.files());
    String key = visit.attribute(".run", "data-key");

    visit.reload();
    visit.awaitText(".run", "0 of " + sky.files());
    assertThat(visit.attribute(".run", "data-key")).isEqualTo(key);
    assertThat(visit.shows("#progress")).isTrue();

    visit.clickButton(".run", "Pause");
    visit.awaitText(".run-status", "Paused");
    visit.clickButton(".run", "Resume");
    visit.await("it goes on", () -> !visit.text(".run-status").contains("Paused"));
    visit.clickButton(".run", "Cancel");
    visit.awaitText(".run-status", "Cancelled");
    visit.await("nothing is at work", () -> !visit.shows("#progress"));
  }
}
