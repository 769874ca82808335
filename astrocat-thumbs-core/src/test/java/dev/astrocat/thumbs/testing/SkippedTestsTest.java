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

  private void report(String name, String... reasons) throws IOException {
    StringBuilder xml = new StringBuilder("<testsuite><testcase name=\"ran\"/>");
    for (String reason : reasons) {
      xml.append("<testcase name=\"x\"><skipped message=\"")
          .append(reason)
          .append("\"/></testcase>");
    }
    Files.writeString(folder.resolve(name + ".xml"), xml.append("</testsuite>"));
  }

  @Test
  void oneLineAReasonWithTheNumberOfItsClasses() throws IOException {
    report("A", "no dwebp: apt-get install webp", "no dwebp: apt-get install webp");
    report("B", "Assumption failed: no corpus", "no dwebp: apt-get install webp");
    report("C");

    assertThat(SkippedTests.reasons(List.of(folder, folder.resolve("missing"))))
        .containsExactly("   1 class: no corpus", "   2 classes: no dwebp: apt-get install webp");
  }

  @Test
  void nothingIsSaidWhereAllRan() throws IOException {
    report("A");

    assertThat(SkippedTests.reasons(List.of(folder))).isEmpty();
  }
}
