package dev.astrocat.thumbs.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** A page behind other tabs hears of nothing. */
class HiddenPageTest extends InBrowser {

  /** The server tells of what is younger to everybody who begins to listen. */
  private static final long OLD_NEWS_MILLIS = 4_500;

  private static final String HIDE =
      "Object.defineProperty(document, 'hidden', { value: arguments[0], configurable: true });"
          + "document.dispatchEvent(new Event('visibilitychange'))";

  @Test
  void imageThatWasChangedMeanwhileIsShownAsItIsNow() throws IOException, InterruptedException {
    visit.open("/");
    visit.await("a picture", () -> visit.shows(".tile[data-state=ready] .open"));
    visit.click(".tile[data-state=ready] .open");
    visit.await("its picture is there", () -> visit.shows(".picture img"));
    visit.await("events come", () -> state().equals("connected"));
    String picture = visit.attribute(".picture img", "src");
    visit.script(HIDE, true);
    visit.await("it listens no more", () -> !state().equals("connected"));
    String image = visit.place().replaceAll("\\D+", "");
    assertThat(chooseLook(image, "\"PIXINSIGHT\"")).isEqualTo(200);
    Thread.sleep(OLD_NEWS_MILLIS);

    visit.script(HIDE, false);

    visit.awaitChange("picture", picture, () -> visit.attribute(".picture img", "src"));
    assertThat(chooseLook(image, "null")).isEqualTo(200);
  }

  private String state() {
    return visit.attribute("#live", "data-state");
  }

  private int chooseLook(String image, String look) throws IOException, InterruptedException {
    HttpRequest change =
        HttpRequest.newBuilder(URI.create(demo.address("/api/images/" + image)))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString("{\"look\":" + look + "}"))
            .build();
    return HttpClient.newHttpClient().send(change, BodyHandlers.discarding()).statusCode();
  }
}
