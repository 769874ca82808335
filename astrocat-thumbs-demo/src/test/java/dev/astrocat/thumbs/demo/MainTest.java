package dev.astrocat.thumbs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

  @Test
  void helpNamesTheVerbs() {
    CommandRun run = CommandRun.of("--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("render", "serve", "worker");
  }

  @Test
  void versionIsTheFirstLineAndWhatDecodersUseFollows() {
    CommandRun run = CommandRun.of("--version");

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines().get(0)).startsWith("astrocat-thumbs ");
    assertThat(run.lines()).filteredOn(line -> line.startsWith("libraw: ")).hasSize(1);
  }

  @Test
  void withoutVerbIsWrongUsage() {
    CommandRun run = CommandRun.of();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("render, serve or worker");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "render                             | FILE",
        "render --size 0 a.fits             | --size must be 1 to",
        "render --size many a.fits          | many",
        "render --threads 0 a.fits          | --threads must be 1 to",
        "render --look loud a.fits          | loud",
        "render --shadows 2 a.fits          | shadows < highlights",
        "render --midtones NaN a.fits       | midtones 0..1",
        "render --shadows 0 --stretch none a.fits | --stretch none",
        "render --linking some a.fits       | UNLINKED",
        "render --reduction never a.fits    | BEFORE",
        "render --format gif a.fits         | gif",
        "render --stretch odd a.fits        | there is no stretch odd; there are asinh",
        "render --bogus a.fits              | --bogus",
        "serve --port 65536                 | --port must be 0 to 65535",
        "worker                             | worker",
      })
  void wrongUsageIsExplainedInTwoLines(String line, String explanation) {
    CommandRun run = CommandRun.of((Object[]) line.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(explanation).contains("--help").hasLineCount(2);
  }
}
