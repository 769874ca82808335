package dev.astrocat.thumbs.encode;

import static dev.astrocat.thumbs.OutputFormat.JPEG;
import static dev.astrocat.thumbs.OutputFormat.PNG;
import static dev.astrocat.thumbs.OutputFormat.WEBP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.astrocat.thumbs.OutputFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptHeaderTest {

  private static final Set<OutputFormat> ALL = EnumSet.allOf(OutputFormat.class);

  /** What browsers send for the pictures of a page, or when one is opened by itself. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Chrome 121, Edge 121 | image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"
            + " | WEBP",
        "Chrome 28 to 78      | image/webp,image/apng,image/*,*/*;q=0.8 | WEBP",
        "Chrome, a page       | text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,"
            + "image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7 | WEBP",
        "Firefox 128          | image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,"
            + "*/*;q=0.5 | WEBP",
        "Firefox 92           | image/avif,image/webp,*/* | WEBP",
        "Firefox 65           | image/webp,*/* | WEBP",
        "Firefox 47           | */* | JPEG",
        "Safari 17            | image/webp,image/avif,image/jxl,image/heic,image/heic-sequence,"
            + "video/*;q=0.8,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5 | WEBP",
        "Safari 14            | image/webp,image/png,image/svg+xml,image/*;q=0.8,video/*;q=0.8,"
            + "*/*;q=0.5 | WEBP",
        "Safari 13            | image/png,image/svg+xml,image/*;q=0.8,video/*;q=0.8,*/*;q=0.5 | PNG",
        "Safari, a page       | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
            + " | JPEG",
        "Internet Explorer 11 | image/png, image/svg+xml, image/jxr, image/*; q=0.8, */*; q=0.5"
            + " | PNG",
        "curl, wget           | */* | JPEG",
        "Java's old client    | text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2 | JPEG",
        "Python's requests    | */* | JPEG"
      })
  void clientsGetWhatTheyShow(String client, String header, OutputFormat expected) {
    assertThat(AcceptHeader.best(header, ALL)).as(client).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image/webp                                | WEBP",
        "IMAGE/WebP ;Q=0.9                         | WEBP",
        "image/png                                 | PNG",
        "image/jpeg;q=0.5, image/webp;q=0.4        | JPEG",
        "image/jpeg;q=0.4, image/webp;q=0.5        | WEBP",
        "image/webp, image/jpeg, image/png         | WEBP",
        "image/png, image/jpeg                     | JPEG",
        "image/*                                   | JPEG",
        "image/*, image/jpeg;q=0                   | PNG",
        "image/*, image/jpeg;q=0, image/png;q=0    | WEBP",
        "*/*, image/*;q=0.2, image/png;q=0.3       | PNG",
        "image/webp;q=0.2, */*;q=0.1               | WEBP",
        "image/webp;q=0, */*                       | JPEG",
        "image/webp;q=0.000, image/png;q=0.001     | PNG",
        "image/webp;q=1.000, image/jpeg;q=0.999    | WEBP",
        "image/webp;q=0.1, image/webp, image/jpeg  | WEBP",
        "text/html;level=1, image/webp             | WEBP"
      })
  void weightsAndSpecificityCount(String header, OutputFormat expected) {
    assertThat(AcceptHeader.best(header, ALL)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none",
        "''",
        "' , ,, '",
        "text/html",
        "image/avif",
        "image/webp;q=0",
        "*/*;q=0",
        "image/webp;q=2",
        "image/webp;q=high",
        "image/webp;q=0.1234",
        "image/webp;q",
        "image/webp;q=",
        "image/webp;q=.",
        "image/webp;animated=yes",
        "image/webp image/png",
        "image / webp",
        "image",
        "image/",
        "/webp",
        "*",
        "*/webp",
        "'image/webp;q=\"0.5, 1\"'"
      })
  void whatSaysNothingOfUseGivesJpeg(String header) {
    assertThat(AcceptHeader.best(header, ALL)).isEqualTo(JPEG);
  }

  @Test
  void onlyWhatIsAvailableIsChosen() {
    assertThat(AcceptHeader.best("image/webp,*/*;q=0.8", List.of(JPEG, PNG))).isEqualTo(JPEG);
    assertThat(AcceptHeader.best("image/webp", List.of(PNG, WEBP))).isEqualTo(WEBP);
    assertThat(AcceptHeader.best("text/html", List.of(WEBP, PNG))).isEqualTo(PNG);
    assertThat(AcceptHeader.best(null, List.of(WEBP))).isEqualTo(WEBP);
    assertThatIllegalArgumentException().isThrownBy(() -> AcceptHeader.best("*/*", List.of()));
  }

  @Test
  void endlessHeadersAreRead() {
    String many = "image/png;q=0.5,".repeat(50_000) + "image/webp";
    assertThat(AcceptHeader.best(many, ALL)).isEqualTo(WEBP);
    assertThat(AcceptHeader.best("a".repeat(1_000_000), ALL)).isEqualTo(JPEG);
    assertThat(AcceptHeader.best("image/webp" + ";".repeat(100_000), ALL)).isEqualTo(WEBP);
  }
}
