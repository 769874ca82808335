package dev.astrocat.thumbs.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.host.ProgressStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every progress store must do; extend it and give an empty one of yours for each test. */
public abstract class ProgressStoreContract {

  private static final String KEY = "bulk:thumbnails:39d04c69f97b55c0ee78bc9cabf91f43";
  private static final int THREADS = 4;
  private static final int ROUNDS = 250;

  /** The empty store under test; the same one throughout a test. */
  protected abstract ProgressStore store();

  @Test
  void anUnknownKeyHasNoFields() {
    assertThat(store().read(KEY)).isEmpty();
  }

  @Test
  void writingOverwritesFieldsAndLeavesTheOthers() {
    store().write(KEY, Map.of("a", "1", "b", "2"));
    store().write(KEY, Map.of("b", "3", "c", ""));
    assertThat(store().read(KEY)).isEqualTo(Map.of("a", "1", "b", "3", "c", ""));
    assertThat(store().read(KEY + "0")).isEmpty();
  }

  @Test
  void oddTextsAreKept() {
    Map<String, String> odd = Map.of("é 星", "Hα\n'\"\\%_", "0", "1 2  3");
    store().write(KEY, odd);
    assertThat(store().read(KEY)).isEqualTo(odd);
  }

  @Test
  void manyFieldsAreKept() {
    Map<String, String> chunks =
        IntStream.range(0, 2_000)
            .boxed()
            .collect(Collectors.toMap(String::valueOf, i -> "x".repeat(i % 50)));
    chunks.forEach((chunk, text) -> store().write(KEY, Map.of(chunk, text)));
    assertThat(store().read(KEY)).isEqualTo(chunks);
  }

  @Test
  void aFieldIsReplacedOnlyIfItIsAsExpected() {
    assertThat(store().replace(KEY, "run", Optional.of("x"), "1")).isFalse();
    assertThat(store().read(KEY)).isEmpty();
    assertThat(store().replace(KEY, "run", Optional.empty(), "1")).isTrue();
    assertThat(store().replace(KEY, "run", Optional.empty(), "2")).isFalse();
    assertThat(store().replace(KEY, "run", Optional.of("0"), "2")).isFalse();
    assertThat(store().replace(KEY, "run", Optional.of("1"), "2")).isTrue();
    assertThat(store().read(KEY)).isEqualTo(Map.of("run", "2"));
  }

  @Test
  void aMapThatWasReadDoesNotChange() {
    store().write(KEY, Map.of("a", "1"));
    Map<String, String> read = store().read(KEY);
    store().write(KEY, Map.of("a", "2"));
    assertThat(read).isEqualTo(Map.of("a", "1"));
  }

  @Test
  void concurrentReplacementsLoseNothing() throws Exception {
    store().write(KEY, Map.of("n", "0"));
    together(
        () -> {
          for (int i = 0; i < ROUNDS; i++) {
            boolean isReplaced = false;
            while (!isReplaced) {
              String n = store().read(KEY).get("n");
              isReplaced =
                  store()
                      .replace(KEY, "n", Optional.of(n), String.valueOf(Integer.parseInt(n) + 1));
            }
          }
          return 0;
        });
    assertThat(store().read(KEY)).isEqualTo(Map.of("n", String.valueOf(THREADS * ROUNDS)));
  }

  @Test
  void fieldsThatAreWrittenTogetherAreReadTogether() throws Exception {
    List<Integer> torn =
        together(
            () -> {
              int different = 0;
              for (int i = 0; i < ROUNDS; i++) {
                String mark = Thread.currentThread().getId() + "-" + i;
                store().write(KEY, Map.of("a", mark, "b", mark));
                Map<String, String> read = new HashMap<>(store().read(KEY));
                different += read.get("a").equals(read.get("b")) ? 0 : 1;
              }
              return different;
            });
    assertThat(torn).containsOnly(0);
  }

  private static List<Integer> together(Callable<Integer> task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Integer> values = new ArrayList<>();
      for (Future<Integer> done : threads.invokeAll(Collections.nCopies(THREADS, task))) {
        values.add(done.get());
      }
      return values;
    } finally {
      threads.shutdownNow();
    }
  }
}
