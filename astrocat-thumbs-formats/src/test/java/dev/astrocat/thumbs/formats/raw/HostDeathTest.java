package dev.astrocat.thumbs.formats.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host that is killed leaves no worker behind, idle or busy, and its folder for the next one. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HostDeathTest {

  @TempDir Path temporary;

  /** A host: one picture, then one more file. */
  static final class Host {

    private Host() {}

    public static void main(String[] words) throws IOException {
      RawDecoder decoder = new RawDecoder(MockFile.options(), MockFile.code());
      MockFile.of("GOOD").requirePicture(decoder);
      System.out.println("ready");
      MockFile.of(words[0]).open(decoder);
      System.out.println(System.in.read());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GOOD", "SPIN"})
  void workersEndWithTheirHost(String word) throws Exception {
    Process host =
        new ProcessBuilder(
                WorkerCommand.java().toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Host.class.getName(),
                word)
            .redirectErrorStream(true)
            .start();
    while (!host.inputReader().readLine().equals("ready")) {
      // What slf4j has to say.
    }
    List<ProcessHandle> workers = host.descendants().toList();
    assertThat(workers).hasSize(1);
    host.destroyForcibly().waitFor();
    workers.get(0).onExit().get(2, TimeUnit.MINUTES);
    assertThat(temporary).isNotEmptyDirectory();
    Path own = Files.createTempDirectory(temporary, StaleFolders.PREFIX);
    StaleFolders.deleteBeside(own);
    assertThat(temporary).isDirectoryContaining(own::equals);
    assertThat(Files.list(temporary)).hasSize(1);
  }
}
