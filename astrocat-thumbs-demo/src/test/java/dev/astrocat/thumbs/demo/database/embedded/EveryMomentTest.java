package dev.astrocat.thumbs.demo.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.catalog.Subtype;
import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The embedded database as each moment would have left it, had the process been killed then: all
 * its writes are recorded, and made again up to some of them, or to the middle of one.
 */
@Timeout(300)
final class EveryMomentTest {

  private static final int LIVES = 3;
  private static final int MOMENTS = Integer.getInteger("astrocat.moments", 40);

  /** Space is used again at once, as it otherwise is after a minute. */
  private static final String HASTE = ";RETENTION_TIME=0";

  @TempDir private Path folder;

  @Test
  void nothingIsBrokenAndNoPromiseForgotten() throws IOException, InterruptedException {
    List<RecordedFiles.Step> steps = RecordedFiles.begin();
    ConcurrentMap<Long, Integer> promisedAt = new ConcurrentHashMap<>();
    Map<Long, Subtype> promised = new ConcurrentHashMap<>();
    for (int life = 0; life < LIVES; life++) {
      try (Database database = Database.open(url("newest:recorded:", "busy"))) {
        BusyCatalog busy =
            BusyCatalog.start(
                database,
                (id, subtype) -> {
                  promised.putIfAbsent(id, subtype);
                  promisedAt.putIfAbsent(id, steps.size());
                });
        int before = promised.size();
        do {
          Thread.sleep(400);
        } while (promised.size() == before);
        busy.stop();
      }
    }
    List<RecordedFiles.Step> all = new ArrayList<>(steps);
    assertThat(promised).isNotEmpty();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] file = {};
    for (int done = 0; done < all.size(); done++) {
      RecordedFiles.Step step = all.get(done);
      if (random.nextInt(all.size()) < MOMENTS) {
        int part = 4_096 * random.nextInt(step.bytes().length / 4_096 + 2);
        Map<Long, Subtype> then = until(done, promised, promisedAt);
        Files.write(folder.resolve("killed.mv.db"), step.after(file, part));
        String when = "write %d of %d, %d bytes of it, seed %d";
        SoundDatabase.holds(
            url("file:", "killed"), then, when.formatted(done, all.size(), part, seed));
      }
      file = step.after(file, Integer.MAX_VALUE);
    }
  }

  private static Map<Long, Subtype> until(
      int done, Map<Long, Subtype> promised, Map<Long, Integer> promisedAt) {
    Map<Long, Subtype> then = new HashMap<>(promised);
    then.keySet().removeIf(id -> promisedAt.getOrDefault(id, Integer.MAX_VALUE) > done);
    return then;
  }

  private DatabaseUrl url(String files, String name) {
    return DatabaseUrl.parse("jdbc:h2:" + files + folder.resolve(name) + HASTE);
  }
}
