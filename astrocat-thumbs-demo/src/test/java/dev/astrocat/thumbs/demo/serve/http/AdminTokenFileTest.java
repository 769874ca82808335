package dev.astrocat.thumbs.demo.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AdminTokenFileTest {

  @TempDir private Path folder;

  @Test
  void tokenIsMadeOnceForItsOwnerAlone() throws IOException {
    AdminTokenFile made = AdminTokenFile.in(folder.resolve("data"));
    AdminTokenFile kept = AdminTokenFile.in(folder.resolve("data"));

    assertThat(made.isNew()).isTrue();
    assertThat(made.token()).matches("[A-Za-z0-9_-]{32}");
    assertThat(kept.isNew()).isFalse();
    assertThat(kept.token()).isEqualTo(made.token());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.file())))
        .isEqualTo("rw-------");
  }

  @Test
  void fileThatOthersCouldReadIsClosed() throws IOException {
    Path file = AdminTokenFile.in(folder).file();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    AdminTokenFile.in(folder);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void fileThatWasNeverFinishedIsFinished() throws IOException {
    Files.createFile(folder.resolve("admin-token"));

    assertThat(AdminTokenFile.in(folder).token()).isEqualTo(AdminTokenFile.in(folder).token());
  }
}
