package dev.astrocat.thumbs.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.NamedSize;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Priority;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbnailJobTest {

  private static final String TEXT =
      """
      astrocat-thumbnails 1
      key bulk:thumbnails:39d04c69f97b55c0ee78bc9cabf91f43
      run 7f-1
      chunk 12
      renewal FORCED
      priority BULK
      size GRID
      format WEBP
      look PIXINSIGHT
      stretch asinh
      image 4711
      image M 31\\u000a\\u005c\\ud800 é
      """;

  private static final ThumbnailJob JOB =
      new ThumbnailJob(
          "bulk:thumbnails:39d04c69f97b55c0ee78bc9cabf91f43",
          "7f-1",
          12,
          List.of("4711", "M 31\n\\\ud800 é"),
          JobOptions.DEFAULT
              .size(NamedSize.GRID)
              .format(OutputFormat.WEBP)
              .look(Look.PIXINSIGHT)
              .stretch("asinh"),
          Renewal.FORCED,
          Priority.BULK);

  /** Jobs of an older version may wait in a queue: this text is never to change. */
  @Test
  void theTextIsStable() {
    assertThat(JOB.text()).isEqualTo(TEXT);
    assertThat(ThumbnailJob.parse(TEXT)).isEqualTo(JOB);
  }

  @Test
  void sizesBesideAreALineOfTheirOwn() {
    ThumbnailJob job =
        new ThumbnailJob(
            "k",
            "r",
            0,
            List.of("1"),
            JobOptions.DEFAULT.beside(NamedSize.DETAIL, NamedSize.GRID, NamedSize.PAGE),
            Renewal.NEEDED,
            Priority.NEW);
    assertThat(job.text()).contains("size PAGE\nbeside GRID,DETAIL\n");
    assertThat(ThumbnailJob.parse(job.text())).isEqualTo(job);
  }

  @Test
  void theTextSurvivesUtf8() {
    byte[] bytes = JOB.text().getBytes(StandardCharsets.UTF_8);
    assertThat(ThumbnailJob.parse(new String(bytes, StandardCharsets.UTF_8))).isEqualTo(JOB);
  }

  @Test
  void namesOfALaterVersionAreSkipped() {
    assertThat(ThumbnailJob.parse(TEXT + "colour blue\n")).isEqualTo(JOB);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "astrocat-thumbnails 2\nkey a\n",
        "{\"id\":4711}",
        "astrocat-thumbnails 1\n",
        "astrocat-thumbnails 1\nkey a\nrun b\nchunk 0\nrenewal ALL\npriority BULK\nsize PAGE\nformat JPEG\nimage 1\n",
        "astrocat-thumbnails 1\nkey a\nrun b\nchunk -1\nrenewal NEEDED\npriority BULK\nsize PAGE\nformat JPEG\nimage 1\n",
        "astrocat-thumbnails 1\nkey a\nrun b\nchunk 0\nrenewal NEEDED\npriority BULK\nsize PAGE\nformat JPEG\n",
        "astrocat-thumbnails 1\nkey a\nrun ../b\nchunk 0\nrenewal NEEDED\npriority BULK\nsize PAGE\nformat JPEG\nimage 1\n",
        "astrocat-thumbnails 1\nkey a\nkey b\nrun b\nchunk 0\nrenewal NEEDED\npriority BULK\nsize PAGE\nformat JPEG\nimage 1\n",
        "astrocat-thumbnails 1\nkey a\\\nrun b\nchunk 0\nrenewal NEEDED\npriority BULK\nsize PAGE\nformat JPEG\nimage 1\n"
      })
  void garbageIsRefused(String text) {
    assertThatThrownBy(() -> ThumbnailJob.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void damagedTextsGiveAJobOrAreRefused() {
    Random random = new Random(5);
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(TEXT);
      text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0x80));
      try {
        ThumbnailJob.parse(text.toString());
      } catch (IllegalArgumentException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1_000, 4_999);
  }

  @Test
  void moreThanAChunkOfImagesIsRefused() {
    List<String> ids = Collections.nCopies(501, "1");
    assertThatThrownBy(
            () ->
                new ThumbnailJob(
                    "k", "r", 0, ids, JobOptions.DEFAULT, Renewal.NEEDED, Priority.NEW))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
