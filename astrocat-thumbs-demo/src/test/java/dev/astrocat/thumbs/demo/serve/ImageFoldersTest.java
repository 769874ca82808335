package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageFoldersTest {

  @TempDir private Path folder;

  @Test
  void aFolderThatIsThereNeedsNoWords() throws IOException {
    assertThat(ImageFolders.warnings(List.of(folder), List.of())).isEmpty();
  }

  @Test
  void aFolderThatIsAwayIsAWarning() throws IOException {
    Path nas = folder.resolve("nas");

    assertThat(ImageFolders.warnings(List.of(folder, nas), List.of()))
        .singleElement()
        .asString()
        .contains(nas.toString(), "offline");
  }

  @Test
  void aFolderThatIsKnownMayBeAwayWithAllAboveIt() throws IOException {
    Path nas = folder.resolve("media/stick/images");

    assertThat(ImageFolders.warnings(List.of(nas), List.of(nas))).hasSize(1);
    assertThatThrownBy(() -> ImageFolders.warnings(List.of(nas), List.of(folder)))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("media/stick;");
  }

  @Test
  void aFileIsAMistakeEvenIfItWasAFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("a.fits"));

    assertThatThrownBy(() -> ImageFolders.warnings(List.of(file), List.of(file)))
        .isInstanceOf(NotDirectoryException.class);
  }

  /** In a JVM of its own, since the locale of this one is UTF-8. */
  @Test
  void aLocaleWithoutUnicodeIsAWarning() throws IOException {
    ProcessBuilder other =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            InOtherLocale.class.getName());
    other.environment().put("LC_ALL", "C");
    Process process = other.redirectError(Redirect.INHERIT).start();

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
        .contains("names are skipped", "LC_ALL=C.UTF-8")
        .hasLineCount(1);
  }

  /** Prints the warnings of no folders. */
  static final class InOtherLocale {

    private InOtherLocale() {}

    public static void main(String[] arguments) throws IOException {
      ImageFolders.warnings(List.of(), List.of()).forEach(System.out::println);
    }
  }
}
