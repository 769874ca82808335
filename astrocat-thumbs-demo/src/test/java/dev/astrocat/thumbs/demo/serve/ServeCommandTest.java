package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.CommandRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServeCommandTest {

  @TempDir private Path folder;

  @Test
  void portInUseIsOneLine() throws IOException {
    Path library = Files.createDirectory(folder.resolve("library"));
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandRun run =
          CommandRun.of(
              "serve", "--library", library, "--data", folder, "--port", taken.getLocalPort());

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("port " + taken.getLocalPort(), "--port").hasLineCount(1);
    }
  }

  @Test
  void addressOfAnotherMachineIsOneLine() {
    CommandRun run =
        CommandRun.of("serve", "--library", folder, "--data", folder, "--host", "192.0.2.1");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("192.0.2.1", "--host").hasLineCount(1);
  }

  @Test
  void libraryInAFolderThatIsMissingTooIsOneLine() {
    CommandRun run =
        CommandRun.of("serve", "--library", folder.resolve("mnd/nas"), "--data", folder);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("mnd/nas: there is no such folder, nor", "--library", "IMAGE_PATHS")
        .hasLineCount(1);
  }

  @Test
  void fileInPlaceOfALibraryIsOneLine() throws IOException {
    Path file = Files.createFile(folder.resolve("a.fits"));

    CommandRun run = CommandRun.of("serve", "--library", file, "--data", folder);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("a.fits: is not a folder").hasLineCount(1);
  }

  @Test
  void unusableDataFolderIsOneLine() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    CommandRun run = CommandRun.of("serve", "--data", file.resolve("below"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("file").hasLineCount(1);
  }
}
