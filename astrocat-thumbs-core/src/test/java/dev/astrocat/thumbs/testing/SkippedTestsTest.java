package dev.astrocat.thumbs.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SkippedTestsTest {

  @TempDir private Path folder;

  private void report(String name, String... skipped) throws IOException {
    StringBuilder xml = new StringBuilder("<testsuite><testcase name=\"ran\"/>");
    for (String element : skipped) {
      xml.append("<testcase name=\"x\">").append(element).append("</testcase>");
    }
    Files.writeString(folder.resolve(name + ".xml"), xml.append("</testsuite>"));
  }

  @Test
  void oneLineAReasonWithTheNumberOfItsClasses() throws IOException {
    String dwebp = "<skipped message=\"no dwebp: apt-get install webp\"/>";
    report("A", dwebp, dwebp);
    report(
        "B", "<skipped message=\"no g++: apt-get install g++; no dwebp: apt-get install webp\"/>");
    report("C", "<skipped><![CDATA[x.Aborted: Assumption failed: no corpus\n\tat x.Y]]></skipped>");
    report("D");

    assertThat(SkippedTests.reasons(List.of(folder, folder.resolve("missing"))))
        .containsExactly(
            "   1 class: no corpus",
            "   2 classes: no dwebp: apt-get install webp",
            "   1 class: no g++: apt-get install g++");
  }

  @Test
  void nothingIsSaidWhereAllRan() throws IOException {
    report("A");

    assertThat(SkippedTests.reasons(List.of(folder))).isEmpty();
  }
}
