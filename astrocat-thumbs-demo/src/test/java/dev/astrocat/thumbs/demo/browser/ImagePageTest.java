package dev.astrocat.thumbs.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

class ImagePageTest extends InBrowser {

  private static final String NAME = "galaxy_L_300s_0001.fits";
  private static final String PICTURE = ".picture img";

  @BeforeEach
  void openAnImage() {
    visit.open("/?q=" + NAME);
    visit.await("one tile", () -> visit.all(".tile .open").size() == 1);
    visit.click(".tile .open");
    visit.await("the picture is there", () -> visit.shows(PICTURE));
  }

  @Test
  void saysWhatItIsAndWhyItLooksSo() {
    assertThat(visit.text(".image h1")).isEqualTo(NAME);
    assertThat(visit.text(".fact-chips")).contains("Light", "Sample galaxy", "300 s");
    visit.await("there are reasons", () -> !visit.text(".why p").isBlank());
    visit.await("and a histogram", () -> visit.shows(".histogram .bins"));
  }

  @Test
  void lookIsAPreviewUntilItIsKept() {
    visit.choose("#look", "pixinsight");
    visit.await("the preview is there", () -> source().contains("look=pixinsight"));
    visit.clickButton(".preview-bar", "Discard");
    visit.await("it is as before", () -> !source().contains("look="));

    visit.choose("#look", "pixinsight");
    visit.clickButton(".preview-bar", "Keep");
    visit.awaitText(".toasts", "Kept");
    visit.reload();
    visit.await("it is kept", () -> visit.attribute("#look", "value").equals("pixinsight"));

    visit.choose("#look", "");
    visit.clickButton(".preview-bar", "Keep");
    visit.await("it is as the page again", () -> !visit.shows(".preview-bar"));
  }

  @Test
  void regeneratedPictureIsSwappedInPlace() {
    visit.script("window.marked = true");
    String before = source();

    visit.click(".regenerate");

    visit.awaitText(".toasts", "Made anew.");
    visit.awaitChange("another picture", before, this::source);
    assertThat(visit.script("return window.marked")).isEqualTo("true");
    assertThat(visit.text(".regenerate")).isEqualTo("Regenerate");
  }

  @Test
  void arrowsLeadToTheNeighboursOfTheSearch() {
    visit.open("/?sort_by=name");
    visit.await("tiles", () -> visit.all(".tile .open").size() > 2);
    String second = visit.attribute(".tile[data-index='1'] .open", "href");
    visit.click(".tile .open");
    visit.await("a next one", () -> visit.shows(".neighbour.next"));

    visit.press(Keys.ARROW_RIGHT);

    visit.await("it is open", () -> second.endsWith(visit.place()));
    visit.awaitText(".position", "2 of " + sky.files());
  }

  @Test
  void wayBackIsSeenAndLeadsToTheSearch() {
    assertThat(visit.text(".back")).isEqualTo("Back to the search");

    visit.click(".back");

    visit.await("the search is back", () -> visit.place().equals("/?q=" + NAME));
    visit.await("its tile has the focus", () -> visit.attribute(":focus", "class").equals("open"));
  }

  @Test
  void downloadIsAJpegWithTheNameOfTheFile() {
    assertThat(
            visit.script(
                "return fetch(document.querySelector('#download').href).then(({headers}) =>"
                    + " headers.get('content-type') + ' ' + headers.get('content-disposition'))"))
        .startsWith("image/jpeg attachment")
        .contains("galaxy_L_300s_0001");
  }

  @Test
  void annotationIsOfferedWhereOneIsStored() throws IOException {
    assertThat(visit.shows("#annotation")).isFalse();
    String id = visit.place().replaceAll("/images/(\\d+).*", "$1");
    BufferedImage annotated = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(annotated, "jpg", demo.thumbnails().resolve("annotated_" + id + ".jpg").toFile());

    visit.reload();
    visit.await("it is offered", () -> visit.shows("#annotation"));
    visit.click("#annotation");
    visit.await("it is shown", () -> source().endsWith("/images/" + id + "/annotated"));
    visit.click("#annotation");
    visit.await("the thumbnail is shown", () -> source().contains("/thumbnail?"));

    visit.click("#annotation");
    visit.await("it is shown again", () -> source().endsWith("/annotated"));
    visit.choose("#look", "pixinsight");
    visit.await("the preview is shown", () -> source().contains("look=pixinsight"));
    assertThat(visit.find("#annotation").isSelected()).isFalse();
  }

  @Test
  void imageThatCannotBeShownOffersNoLooks() {
    visit.open("/?q=cut_off");
    visit.await("a tile", () -> visit.shows(".tile .open"));
    visit.click(".tile .open");

    visit.awaitText(".picture", "File is incomplete");
    assertThat(visit.shows(".choices")).isFalse();
    assertThat(visit.shows(".regenerate")).isTrue();
  }

  @Test
  void imageThatIsNotThereSaysSo() {
    visit.open("/images/987654321");

    visit.awaitText(".picture", "There is no such image.");
    assertThat(visit.shows(".column")).isFalse();
    visit.forgetMissing();
  }

  private String source() {
    return visit.attribute(PICTURE, "src");
  }
}
