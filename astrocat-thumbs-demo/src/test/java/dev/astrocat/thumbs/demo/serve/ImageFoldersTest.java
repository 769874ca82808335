package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
}
