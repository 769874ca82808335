package dev.astrocat.thumbs.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

class LockedAdminTest extends InBrowser {

  private static final String TOKEN = "clear-skies-over-the-observatory";

  LockedAdminTest() {
    super("--admin-token", TOKEN);
  }

  @Test
  void tokenUnlocksTheButtonsAndIsKept() {
    visit.open("/admin");
    visit.await("the field is there", () -> visit.shows("#token"));
    visit.awaitText(".sum", "thumbnail");
    assertThat(visit.button(".cache", "Clear Cache").isEnabled()).isFalse();

    visit.find("#token").sendKeys("wrong", Keys.ENTER);
    visit.awaitText(".problem", "That is not the token.");
    visit.forgetMissing();
    visit.find("#token").sendKeys(TOKEN, Keys.ENTER);
    visit.await("unlocked", () -> visit.button(".cache", "Clear Cache").isEnabled());
    visit.await("the focus goes on", () -> visit.focused().getText().equals("Lock"));

    visit.reload();
    visit.await("still unlocked", () -> visit.button(".cache", "Clear Cache").isEnabled());
    assertThat(visit.shows("#token")).isFalse();
    assertThat(visit.script("return document.cookie")).isEqualTo("");

    visit.clickButton(".admin", "Lock");
    visit.await("locked again", () -> visit.shows("#token"));
    assertThat(visit.button(".cache", "Clear Cache").isEnabled()).isFalse();
  }
}
