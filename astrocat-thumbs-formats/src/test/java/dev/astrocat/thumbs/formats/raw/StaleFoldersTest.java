package dev.astrocat.thumbs.formats.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaleFoldersTest {

  @TempDir Path parent;

  @Test
  void onlyWhatNobodyHoldsIsDeleted() throws IOException {
    Path own = owned(Files.createTempDirectory(parent, StaleFolders.PREFIX));
    Path sibling = owned(Files.createTempDirectory(parent, StaleFolders.PREFIX));
    Path stale = owned(Files.createDirectory(parent.resolve("astrocat-raw-1")));
    Files.createDirectories(stale.resolve("native/deep"));
    Files.write(stale.resolve("native/deep/a.so"), new byte[3]);
    Path held = owned(Files.createDirectory(parent.resolve("astrocat-raw-2")));
    Path young = Files.createDirectory(parent.resolve("astrocat-raw-3"));
    Path target = owned(Files.createDirectory(parent.resolve("elsewhere")));
    Path link = Files.createSymbolicLink(parent.resolve("astrocat-raw-4"), target);
    Path file = Files.createFile(parent.resolve("astrocat-raw-5"));

    try (FileChannel owner = FileChannel.open(held.resolve("owner"), StandardOpenOption.WRITE)) {
      assertThat(owner.tryLock()).isNotNull();
      StaleFolders.deleteBeside(own);
      assertThat(parent)
          .isDirectoryContaining(own::equals)
          .isDirectoryContaining(sibling::equals)
          .isDirectoryContaining(held::equals)
          .isDirectoryContaining(young::equals)
          .isDirectoryContaining(link::equals)
          .isDirectoryContaining(file::equals);
    }
    assertThat(stale).doesNotExist();
    assertThat(target.resolve("owner")).exists();
  }

  /** Each process deletes stale folders while the others create theirs. */
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void processesThatStartAtTheSameTimeKeepTheirFolders() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  WorkerFolders.class.getName(),
                  parent.toString())
              .inheritIO()
              .start());
    }
    for (Process process : processes) {
      assertThat(process.waitFor()).as("exit code").isZero();
    }
    assertThat(parent).isEmptyDirectory();
  }

  /** What a killed process left is gone once the next one looks; its own folder goes on close. */
  @Test
  void folderHoldsTheJarAndGoesOnClose() throws IOException {
    WorkerFolder folder = WorkerFolder.createIn(parent.toString());
    assertThat(folder.jar()).isNotEmptyFile();
    folder.close();
    assertThat(folder.path()).doesNotExist();
    folder.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "no\0name"})
  void placeWhereNoFolderCanBeMadeIsNamed(String name) {
    assertThatExceptionOfType(DecodeException.class)
        .isThrownBy(() -> WorkerFolder.createIn(parent + "/" + name))
        .withMessageContaining("java.io.tmpdir")
        .withMessageNotContaining(parent.toString())
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FORMAT_UNSUPPORTED));
  }

  private static Path owned(Path folder) throws IOException {
    Files.createFile(folder.resolve("owner"));
    return folder;
  }
}
