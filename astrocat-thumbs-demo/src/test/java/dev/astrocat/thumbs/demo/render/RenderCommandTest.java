package dev.astrocat.thumbs.demo.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.astrocat.thumbs.demo.CommandRun;
import dev.astrocat.thumbs.demo.TestFits;
import dev.astrocat.thumbs.testing.FitsFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {

  private static final Offset<Double> TINY = Offset.offset(1e-15);

  @TempDir private Path folder;
  private Path out;
  private Path ramp;

  @BeforeEach
  void makeFiles() throws IOException {
    out = folder.resolve("out");
    ramp = TestFits.write(folder.resolve("a.fits"), 40, 30);
  }

  @Test
  void pictureIsNamedAfterItsFile() throws IOException {
    CommandRun run = CommandRun.of("render", "--out", out, "--format", "png", ramp);

    assertThat(run.exitCode()).isZero();
    assertThat(written()).containsExactly("a.fits.png");
    assertThat(Files.readAllBytes(out.resolve("a.fits.png"))).startsWith(0x89, 'P', 'N', 'G');
    assertThat(run.out())
        .contains("a.fits.png: 40x30, read by fits, stretch astrocat")
        .hasLineCount(1);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void webpIsWritten() throws IOException {
    CommandRun run = CommandRun.of("render", "--out", out, "--format", "webp", ramp);

    assertThat(run.exitCode()).isZero();
    assertThat(written()).containsExactly("a.fits.webp");
    assertThat(Files.readString(out.resolve("a.fits.webp"), StandardCharsets.ISO_8859_1))
        .matches("(?s)RIFF....WEBPVP8 .*");
  }

  @Test
  void jpegIsTheDefault() throws IOException {
    CommandRun.of("render", "--out", out, ramp);

    assertThat(written()).containsExactly("a.fits.jpg");
  }

  @Test
  void equalNamesAreNumbered() throws IOException {
    Path second = TestFits.write(folder.resolve("m31/a.fits"), 20, 10);
    Path third = TestFits.write(folder.resolve("m33/A.FITS"), 10, 20);

    CommandRun run = CommandRun.of("render", "--json", "--out", out, ramp, second, third);

    assertThat(written()).containsExactly("A.FITS-3.jpg", "a.fits-2.jpg", "a.fits.jpg");
    assertThat(json(run))
        .extracting(line -> line.get("width").intValue())
        .containsExactly(40, 20, 10);
  }

  @Test
  void pictureNeverReplacesAFileThatIsToBeRendered() throws IOException {
    Path finished = TestFits.write(folder.resolve("a.fits.jpg"), 20, 10); // content beats name
    byte[] before = Files.readAllBytes(finished);

    CommandRun run = CommandRun.of("render", "--json", "--out", folder, ramp, finished);

    assertThat(Files.readAllBytes(finished)).isEqualTo(before);
    assertThat(json(run))
        .extracting(line -> line.get("out").textValue())
        .containsExactly(
            folder.resolve("a.fits-2.jpg").toString(), folder.resolve("a.fits.jpg.jpg").toString());
  }

  @Test
  void jsonTellsHowThePictureCameAbout() throws IOException {
    CommandRun run = CommandRun.of("render", "--json", "--size", 20, "--out", out, ramp);

    JsonNode line = json(run).get(0);
    assertThat(line.get("file").textValue()).isEqualTo(ramp.toString());
    assertThat(line.get("status").textValue()).isEqualTo("ok");
    assertThat(line.get("out").textValue()).isEqualTo(out.resolve("a.fits.jpg").toString());
    assertThat(line.get("width").intValue()).isEqualTo(20);
    assertThat(line.get("height").intValue()).isEqualTo(15);
    assertThat(line.get("decoder").textValue()).isEqualTo("fits");
    assertThat(line.get("sourceWidth").intValue()).isEqualTo(40);
    assertThat(line.get("sourceHeight").intValue()).isEqualTo(30);
    assertThat(line.get("channels").intValue()).isEqualTo(1);
    assertThat(line.get("millis").doubleValue()).isPositive();
    assertThat(line.has("code")).isFalse();
    assertThat(line.at("/decisions/subframe/value").textValue()).isEqualTo("yes");
    assertThat(line.at("/decisions/subframe/reason").textValue()).isNotBlank();
    assertThat(line.at("/classification/kind").textValue()).isEqualTo("light");
    assertThat(line.at("/classification/plateSolved").isBoolean()).isTrue();
    assertThat(line.at("/classification/evidence").isArray()).isTrue();
  }

  @Test
  void jsonTellsWhatKindOfFrameItIs() throws IOException {
    Path file = folder.resolve("b.fits");
    FitsFixture image =
        FitsFixture.image(16, 4, 4)
            .stored(i -> i)
            .keyword("IMAGETYP", "Light Frame")
            .keyword("STACKCNT", 48);
    Files.write(file, FitsFixture.file(image));

    JsonNode line = json(CommandRun.of("render", "--json", "--out", out, file)).get(0);

    assertThat(line.at("/classification").toString())
        .isEqualTo(
            """
            {"kind":"master_light","certainty":"stated","plateSolved":false,"evidence":[\
            {"keyword":"IMAGETYP","value":"Light Frame","says":"light frame","bearing":"supports"},\
            {"keyword":"STACKCNT","value":"48","says":"48 exposures combined","bearing":"supports"}]}""");
    assertThat(line.at("/decisions/subframe/value").textValue()).isEqualTo("no");
    assertThat(line.at("/decisions/subframe/reason").textValue()).contains("STACKCNT = 48");
  }

  /**
   * Of the numbers 0 to 1199, in 40 by 30 pixels.
   *
   * <pre>{@code
   * x = numpy.arange(1200) / 1199; med = numpy.median(x); mad = numpy.median(abs(x - med))
   * c0 = max(0, med - 1.25 * mad); x2 = numpy.median(numpy.clip((x - c0) / (1 - c0), 0, 1))
   * m = x2 * (1 - .25) / (x2 + .25 - 2 * x2 * .25)
   * }</pre>
   */
  @Test
  void figuresKeepAllDigits() throws IOException {
    CommandRun run = CommandRun.of("render", "--json", "--out", out, ramp);

    JsonNode stretch = json(run).get(0).get("stretch");
    assertThat(stretch.get("name").textValue()).isEqualTo("astrocat");
    assertThat(stretch.get("min").doubleValue()).isZero();
    assertThat(stretch.get("max").doubleValue()).isEqualTo(1199);
    assertThat(stretch.get("median").doubleValue()).isCloseTo(0.5, TINY);
    assertThat(stretch.get("mad").doubleValue()).isCloseTo(0.25020850708924103, TINY);
    assertThat(stretch.get("c0").doubleValue()).isCloseTo(0.18723936613844872, TINY);
    assertThat(stretch.get("m").doubleValue()).isCloseTo(0.6523630037692085, TINY);
  }

  @Test
  void badFilesAreReportedAndTheOthersRendered() throws IOException {
    Path text = Files.writeString(folder.resolve("text.txt"), "not a picture\n");
    Path empty = Files.createFile(folder.resolve("empty.fits"));
    byte[] whole = Files.readAllBytes(ramp);
    Path cut = Files.write(folder.resolve("cut.fits"), Arrays.copyOf(whole, 3000));
    Path missing = folder.resolve("missing.fits");

    CommandRun run =
        CommandRun.of("render", "--json", "--out", out, text, empty, cut, missing, folder, ramp);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(json(run))
        .extracting(line -> line.path("code").asText("ok"))
        .containsExactly(
            "FORMAT_UNKNOWN",
            "DATA_TRUNCATED",
            "DATA_TRUNCATED",
            "SOURCE_NOT_FOUND",
            "NOT_A_REGULAR_FILE",
            "ok");
    assertThat(written()).containsExactly("a.fits.jpg");
  }

  @Test
  void errorsGoToStandardErrorInOneLineEach() throws IOException {
    Path ugly = Files.writeString(folder.resolve("two\nlines\u001b[31m\u009b1m.fits"), "nothing");

    CommandRun run = CommandRun.of("render", "--out", out, ugly, ramp);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).hasLineCount(1);
    assertThat(run.err())
        .contains("two?lines?[31m?1m.fits: FORMAT_UNKNOWN: ")
        .hasLineCount(1)
        .doesNotContain("\u001b", "\u009b");
  }

  @Test
  void folderThatCannotBeMadeIsToldForEachFile() throws IOException {
    CommandRun run = CommandRun.of("render", "--json", "--out", ramp.resolve("below"), ramp, ramp);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(json(run))
        .hasSize(2)
        .allSatisfy(
            line -> {
              assertThat(line.get("code").textValue()).isEqualTo("CACHE_IO");
              assertThat(line.get("message").textValue()).contains("--out");
            });
  }

  @Test
  void fileInPlaceOfTheFolderIsToldToo() throws IOException {
    CommandRun run = CommandRun.of("render", "--out", ramp, ramp);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("CACHE_IO").contains("is not a folder");
  }

  @Test
  void garbledNamesLeadToTheLocale() {
    CommandRun run = CommandRun.of("render", "--out", out, "\uFFFD\uFFFD.fits");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("SOURCE_NOT_FOUND").contains("LC_ALL=C.UTF-8");
  }

  @Test
  void namesThatLookLikeOptionsOrListsCanBeGiven() throws IOException {
    Path at = TestFits.write(folder.resolve("@m31.fits"), 4, 4);

    CommandRun run = CommandRun.of("render", "--out", out, "--", at, folder.resolve("-x.fits"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(written()).containsExactly("@m31.fits.jpg");
  }

  @Test
  void manyThreadsGiveTheSameLinesInTheSameOrder() throws IOException {
    List<Object> arguments = new ArrayList<>(List.of("render", "--json", "--out", out));
    for (int i = 1; i <= 30; i++) {
      arguments.add(TestFits.write(folder.resolve("f" + i + ".fits"), i, 31 - i));
    }
    List<Object> parallel = new ArrayList<>(arguments);
    arguments.addAll(List.of("--threads", "1"));
    parallel.addAll(List.of("--threads", "7"));

    CommandRun one = CommandRun.of(arguments.toArray());
    CommandRun seven = CommandRun.of(parallel.toArray());

    assertThat(withoutTimes(seven)).isEqualTo(withoutTimes(one));
    assertThat(json(seven)).extracting(line -> line.get("width").intValue()).startsWith(1, 2, 3);
  }

  @Test
  void pointsStandInsteadOfAStretch() throws IOException {
    CommandRun run =
        CommandRun.of(
            "render", "--json", "--shadows", "0.1", "--midtones", ".2", "--out", out, ramp);

    JsonNode stretch = json(run).get(0).get("stretch");
    assertThat(stretch.get("name").textValue()).isEqualTo("levels");
    assertThat(stretch.get("c0").doubleValue()).isEqualTo(0.1);
    assertThat(stretch.get("m").doubleValue()).isEqualTo(0.2);
    assertThat(stretch.get("h").doubleValue()).isEqualTo(1);
  }

  @Test
  void lookOfPixInsightStretchesSubframes() throws IOException {
    CommandRun run =
        CommandRun.of(
            "render", "--json", "--look", "pixinsight", "--subframe", "yes", "--out", out, ramp);

    JsonNode line = json(run).get(0);
    assertThat(line.at("/stretch/name").textValue()).isEqualTo("pixinsight");
    assertThat(line.at("/stretch/max").doubleValue()).isEqualTo(65535);
  }

  private static String withoutTimes(CommandRun run) {
    return run.out().replaceAll("\"millis\":[0-9.E-]+", "");
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static List<JsonNode> json(CommandRun run) throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : run.lines()) {
      lines.add(mapper.readTree(line));
    }
    return lines;
  }
}
