package dev.astrocat.thumbs.demo.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.catalog.Subtype;
import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Embedded databases whose process is killed at any moment, from their first on. */
final class KilledCatalogTest {

  private static final int ROUNDS = Integer.getInteger("astrocat.kills", 2);
  private static final int KILLS_OF_ONE = 2;
  private static final int LATEST_MILLIS = 1_500;
  private static final Pattern PROMISE = Pattern.compile("promised (\\d+) (\\w+)");

  @TempDir private Path folder;

  @Test
  void theFileOpensAndPromisesAreKept() throws IOException, InterruptedException {
    Random random = new Random();
    int promises = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Path file = folder.resolve(round + ".mv.db");
      DatabaseUrl url = DatabaseUrl.parse("jdbc:h2:file:" + folder.resolve("" + round));
      Map<Long, Subtype> promised = new ConcurrentHashMap<>();
      for (int kill = 0; kill < KILLS_OF_ONE; kill++) {
        int millis = random.nextInt(LATEST_MILLIS);
        boolean isNew = kill == 0;
        promisesUntilKilled(url, millis, promised, () -> isNew && Files.exists(file));
        SoundDatabase.holds(url, promised, "round %d.%d, %d ms".formatted(round, kill, millis));
      }
      promises += promised.size();
      Files.delete(file);
    }
    assertThat(promises).isPositive();
    System.out.printf("%d kills, %d promises kept%n", ROUNDS * KILLS_OF_ONE, promises);
  }

  /** The time runs from a new file on, or from the first promise on. */
  private static void promisesUntilKilled(
      DatabaseUrl url, int millis, Map<Long, Subtype> promised, BooleanSupplier isNewFile)
      throws IOException, InterruptedException {
    int before = promised.size();
    BooleanSupplier isBegun = () -> isNewFile.getAsBoolean() || promised.size() > before;
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledCatalog.class.getName(),
                url.jdbcUrl())
            .redirectErrorStream(true)
            .start();
    Thread killer = new Thread(() -> killSoon(process, isBegun, millis));
    killer.start();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher promise = PROMISE.matcher(line);
        if (promise.matches()) {
          promised.put(Long.valueOf(promise.group(1)), Subtype.valueOf(promise.group(2)));
        }
      }
    } finally {
      process.destroyForcibly();
    }
    killer.join();
    assertThat(process.waitFor()).as("exit code of SIGKILL").isEqualTo(137);
  }

  /** By its handle, which leaves its output to be read. */
  private static void killSoon(Process process, BooleanSupplier isBegun, int millis) {
    try {
      while (process.isAlive() && !isBegun.getAsBoolean()) {
        Thread.sleep(2);
      }
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.toHandle().destroyForcibly();
  }
}
