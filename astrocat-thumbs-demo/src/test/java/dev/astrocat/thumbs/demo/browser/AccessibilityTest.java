package dev.astrocat.thumbs.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** What axe finds on the pages as they are drawn: contrasts, names, landmarks, sizes of targets. */
class AccessibilityTest extends InBrowser {

  private static final String AXE = axe();
  private static final String FINDINGS =
      """
      return axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) =>
        id + ': ' + nodes.map((node) => node.target.join(' ') + ' ' + node.failureSummary)
          .join('; ')).join('\\n'));
      """;

  @AfterEach
  void dayAgain() {
    visit.script("localStorage.thumbnailTheme = 'auto'");
    visit.command("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    visit.unsize();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dark", "light", "night"})
  void nothingIsFoundInAnyTheme(String theme) {
    visit.script("localStorage.thumbnailTheme = arguments[0]", theme);

    visit.open("/?kind=light");
    visit.await("pictures", () -> visit.shows(".tile[data-state=ready]"));
    assertNothingIsFound("search, " + theme);
    visit.open("/?q=cut_off");
    visit.awaitText(".tile", "File is incomplete");
    assertNothingIsFound("a failed tile, " + theme);
    visit.open("/?q=no-such-image");
    visit.awaitText(".nothing", "Nothing matches");
    assertNothingIsFound("no tiles, " + theme);

    visit.open("/?q=galaxy_L_300s_0001");
    visit.await("a tile", () -> visit.shows(".tile .open"));
    visit.click(".tile .open");
    visit.await("the image is explained", () -> visit.shows(".histogram"));
    visit.choose("#look", "pixinsight");
    assertNothingIsFound("an image, " + theme);

    visit.open("/admin");
    visit.await("settings", () -> visit.shows(".settings td"));
    visit.await("failures", () -> visit.shows(".failure-group"));
    visit.click(".failure-group summary");
    assertNothingIsFound("admin, " + theme);
    visit.click("#clear-cache");
    assertNothingIsFound("a question, " + theme);
    visit.press(Keys.ESCAPE);
    visit.press("?");
    assertNothingIsFound("keys, " + theme);
  }

  @Test
  void nothingIsFoundOnPhones() {
    visit.resize(390, 844);

    visit.open("/");
    visit.await("pictures", () -> visit.shows(".tile[data-state=ready]"));
    assertNothingIsFound("search on a phone");
    visit.click(".open-drawer");
    assertNothingIsFound("filters on a phone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dark", "light"})
  void autoIsAsTheSystem(String system) {
    Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", system);
    visit.command("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));

    visit.open("/");

    visit.await(
        "the theme of the system", () -> visit.attribute("html", "data-theme").equals(system));
  }

  @Test
  void nothingMovesForThoseWhoDoNotWantThat() {
    Map<String, String> reduced = Map.of("name", "prefers-reduced-motion", "value", "reduce");
    visit.open("/");
    visit.await("a picture", () -> visit.shows(".tile[data-state=ready] img"));
    assertThat(transitionOf(".tile img")).isEqualTo("opacity");

    visit.command("Emulation.setEmulatedMedia", Map.of("features", List.of(reduced)));

    assertThat(transitionOf(".tile img")).isEqualTo("none");
  }

  private String transitionOf(String css) {
    return visit.script(
        "return getComputedStyle(document.querySelector(arguments[0])).transitionProperty", css);
  }

  private void assertNothingIsFound(String where) {
    visit.script(AXE);
    assertThat(visit.script(FINDINGS)).as(where).isEmpty();
  }

  private static String axe() {
    try (InputStream script = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      assertThat(script).isNotNull();
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError("axe cannot be read", e);
    }
  }
}
