package dev.astrocat.thumbs.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.TestFits;
import dev.astrocat.thumbs.testing.Needs;
import dev.astrocat.thumbs.testing.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;

/** More images than one screen, one page, and one click without a question. Nobody takes jobs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Needs(Tool.CHROMIUM)
@ExtendWith(SharedByAll.class)
@Timeout(900)
class LargeLibraryTest {

  private static final int IMAGES = 1001;
  private static final int FILTERS = 20;
  private static final String LONG = "Optolong L-Ultimate 2 inch 3 nm dual band filter";

  /** No picture arrives within this time. */
  private static final int FAR_AWAY_MILLIS = 4_000;

  /** Leaves pictures that are on their way, and waits until none of them is any more. */
  private static final String LEAVE_UNFINISHED =
      """
      const drawn = () => new Promise((done) => requestAnimationFrame(done));
      const unfinished = () =>
        [...document.querySelectorAll('.tile img')].filter((img) => !img.complete);
      const leave = async (place) => {
        scrollTo(0, place * document.body.scrollHeight);
        while (!unfinished().length) {
          await drawn();
        }
        const left = unfinished();
        scrollTo(0, 0);
        while (left.some((img) => !img.complete)) {
          await drawn();
        }
        return left.some((img) => !img.src && !img.srcset);
      };
      // Where a picture comes before the page knows that it has left, there is nothing to give up.
      const leaveSome = async () => {
        for (const place of [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3]) {
          if (await leave(place)) {
            return true;
          }
        }
        return false;
      };
      return leaveSome();
      """;

  private static final String SCROLL_THROUGH =
      """
      const drawn = () => new Promise((done) => requestAnimationFrame(done));
      const through = async () => {
        for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
          scrollTo(0, y);
          do {
            await drawn();
            await drawn();
          } while (document.querySelector('.tile:not([data-id])'));
        }
        scrollTo(0, 0);
        await drawn();
      };
      return through();
      """;

  /** Less than what a hundred tiles have. */
  private static final int SOME_NODES = 1000;

  private Demo demo;
  private Visit visit;

  @BeforeAll
  @SuppressWarnings("NullAway.Init") // before all tests
  void start(@TempDir Path folder, ChromeDriver browser) throws IOException, InterruptedException {
    Path library = folder.resolve("nas");
    for (int i = 0; i < IMAGES; i++) {
      String filter = i % FILTERS == 0 ? LONG : "F" + i % FILTERS;
      String card = "FILTER  = '" + filter + "'";
      TestFits.write(library.resolve("night" + i % 30).resolve(i + ".fits"), 40, 30, card);
    }
    demo = Demo.start(library, folder.resolve("data"), "--workers", "0");
    visit = new Visit(demo, browser);
    visit.open("/");
    visit.awaitText("#count", "1,001 images");
  }

  @AfterAll
  void end() {
    visit.close();
    demo.close();
  }

  @Test
  void regenerateAllAsksFirst() {
    visit.open("/admin");
    visit.await("the page knows", () -> visit.button(".cache", "Regenerate All").isEnabled());

    visit.clickButton(".cache", "Regenerate All");
    visit.awaitText("dialog", "1,001 images");
    assertThat(visit.focused().getText()).isEqualTo("Cancel");
    visit.press(Keys.ENTER);
    visit.await("it is closed", () -> !visit.shows("dialog"));
    assertThat(visit.text(".work")).doesNotContain("Thumbnails");

    visit.clickButton(".cache", "Regenerate All");
    visit.await("it asks again", () -> visit.shows("dialog"));
    visit.clickButton("dialog", "Regenerate All");
    visit.awaitText(".run", "0 of 1,001");
    visit.clickButton(".run", "Cancel");
    visit.awaitText(".run-status", "Cancelled");
  }

  @Test
  void picturesOutOfSightAreGivenUp() {
    visit.open("/?sort_by=name");
    visit.awaitText("#count", "1,001 images");
    visit.await("a picture", () -> visit.shows(".tile[data-state=ready]"));

    latency(FAR_AWAY_MILLIS);
    try {
      assertThat(visit.script(LEAVE_UNFINISHED)).as("some are given up").isEqualTo("true");
    } finally {
      latency(0);
      visit.command("Network.disable", Map.of());
    }
  }

  /** Far away, no picture is there at once. */
  private void latency(int millis) {
    visit.command("Network.enable", Map.of());
    visit.command(
        "Network.emulateNetworkConditions",
        Map.of(
            "offline", false, "latency", millis, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  @Test
  void tilesThatWereSeenAreForgotten() {
    visit.open("/?sort_by=name");
    visit.await("a picture", () -> visit.shows(".tile[data-state=ready]"));
    long before = visit.nodes();

    visit.script(SCROLL_THROUGH);

    visit.await("as few nodes as before", () -> visit.nodes() < before + SOME_NODES);
  }

  @Test
  void onlyTilesInSightAreThereAndBackLeadsToTheSame() {
    visit.open("/?sort_by=name");
    visit.awaitText("#count", "1,001 images");
    visit.script("scrollTo(0, document.body.scrollHeight / 2)");
    visit.await("tiles in the middle", () -> visit.shows(".tile[data-index='501'] .open"));
    visit.script("document.querySelector(\".tile[data-index='501'] .open\").focus()");
    String place = visit.script("return scrollY");
    assertThat(visit.all(".tile")).hasSizeLessThan(60);

    visit.press(Keys.ENTER);
    visit.await("the image is open", () -> visit.shows(".image h1"));
    visit.back();

    visit.await(
        "the tile has the focus",
        () -> visit.attribute(".tile:focus-within", "data-index").equals("501"));
    assertThat(visit.script("return scrollY")).isEqualTo(place);
  }

  @Test
  void chipsOfLongNamesStayInTheSideAndManyFold() {
    visit.open("/");
    visit.await("chips", () -> visit.shows(".more-chips"));
    assertThat(visit.all("[data-chip^='filter ']")).hasSize(12);

    visit.click(".more-chips");

    assertThat(visit.all("[data-chip^='filter ']")).hasSize(FILTERS);
    assertThat(visit.attribute(":focus", "data-chip")).startsWith("filter ");
    assertThat(visit.shows("[data-chip='filter " + LONG + "']")).isTrue();
    assertThat(
            visit.script(
                "const side = document.querySelector('.side'); return [...side.querySelectorAll("
                    + "'.chip')].filter((chip) => chip.getBoundingClientRect().right"
                    + " > side.getBoundingClientRect().right - 16).length"))
        .isEqualTo("0");
  }

  @Test
  void clearShowsAllAgain() {
    visit.open("/?filter=F1&q=fits&sort_by=name");
    visit.awaitText("#count", " of 1,001");

    visit.clickButton(".head", "Clear");

    visit.awaitText("#count", "1,001 images");
    assertThat(visit.place()).isEqualTo("/?sort_by=name");
    assertThat(visit.attribute("#q", "value")).isEmpty();
    assertThat(visit.shows(".head .clear")).isFalse();
  }
}
