package dev.astrocat.thumbs.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Something between browser and server lets no stream of events through. */
class WithoutEventsTest extends InBrowser {

  @BeforeEach
  void block() {
    visit.command("Network.enable", Map.of());
    visit.command("Network.setBlockedURLs", Map.of("urls", List.of("*/api/events*")));
  }

  @AfterEach
  void unblock() {
    visit.command("Network.setBlockedURLs", Map.of("urls", List.of()));
    visit.command("Network.disable", Map.of());
    visit.forgetMissing(); // The console tells of each stream that was refused.
  }

  @Test
  void runIsFollowedByAskingAndEventsAreTakenUpAgain() {
    visit.open("/admin");
    visit.awaitText("#live", "Reconnecting");
    assertThat(visit.shows("#banner")).isFalse();
    visit.await("the page knows", () -> visit.button(".cache", "Regenerate All").isEnabled());

    visit.clickButton(".cache", "Regenerate All");

    visit.await(
        "the run is through",
        () ->
            visit.text(".run").contains("Thumbnails: all images")
                && visit.attribute(".run", "data-status").startsWith("completed"));
    assertThat(visit.attribute("#live", "data-state")).isEqualTo("reconnecting");

    unblock();
    visit.await("connected", () -> visit.attribute("#live", "data-state").equals("connected"));
  }
}
