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
    String aborted =
        "<skipped><![CDATA[org.opentest4j.TestAbortedException: %s\n\tat x.Y]]></skipped>";
    report("C", aborted.formatted("Assumption failed: no corpus"));
    report("D", aborted.formatted("no corpus"));
    report("E");

    assertThat(SkippedTests.reasons(List.of(folder, folder.resolve("missing"))))
        .containsExactly(
            "   2 classes: no corpus",
            "   2 classes: no dwebp: apt-get install webp",
            "   1 class: no g++: apt-get install g++");
  }

  @Test
  void nothingIsSaidWhereAllRan() throws IOException {
    report("A");

    assertThat(SkippedTests.reasons(List.of(folder))).isEmpty();
  }
}
