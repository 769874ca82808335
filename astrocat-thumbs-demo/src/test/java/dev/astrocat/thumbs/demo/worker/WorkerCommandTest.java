package dev.astrocat.thumbs.demo.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.CommandRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkerCommandTest {

  @TempDir Path folder;

  @Test
  void withoutASharedDatabaseItSaysWhichVariableToSet() {
    CommandRun run = CommandRun.of("worker", "--data", folder, "--database", "jdbc:h2:mem:worker");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("DATABASE_URL", "postgresql://");
  }

  @Test
  void withoutThreadsItRefuses() {
    CommandRun run =
        CommandRun.of(
            "worker", "--data", folder, "--workers", "0", "--database", "postgresql://host/x");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("THUMBNAIL_WORKERS");
  }
}
