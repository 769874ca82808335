package dev.astrocat.thumbs.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every cache must do; extend it and give an empty one of yours for each test. */
public abstract class ThumbnailCacheContract {

  private static final String NAME = "m31_a1b2c3d4_thumb.jpg";
  private static final int ROUNDS = 400;

  /** The empty cache under test; the same one throughout a test. */
  protected abstract ThumbnailCache cache();

  @Test
  void aMissingEntryIsEmpty() throws IOException {
    assertThat(cache().read(NAME)).isEmpty();
    assertThat(cache().delete(NAME)).isFalse();
    assertThat(listed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4_095, 200_000})
  void whatIsWrittenIsRead(int length) throws IOException {
    cache().write(NAME, filled(length, 7));
    assertThat(cache().read(NAME)).hasValue(filled(length, 7));
    assertThat(listed()).containsExactly(Map.entry(NAME, (long) length));
  }

  @Test
  void aSecondWriteReplacesTheFirst() throws IOException {
    cache().write(NAME, filled(5_000, 1));
    cache().write(NAME, filled(10, 2));
    assertThat(cache().read(NAME)).hasValue(filled(10, 2));
    assertThat(listed()).containsExactly(Map.entry(NAME, 10L));
  }

  @Test
  void aDeletedEntryIsGone() throws IOException {
    cache().write(NAME, filled(5, 1));
    assertThat(cache().delete(NAME)).isTrue();
    assertThat(cache().delete(NAME)).isFalse();
    assertThat(cache().read(NAME)).isEmpty();
    assertThat(listed()).isEmpty();
  }

  @Test
  void theLocationOfANameIsStableAndItsOwn() throws IOException {
    String location = cache().write(NAME, filled(5, 1));
    assertThat(cache().write(NAME, filled(6, 2))).isEqualTo(location);
    assertThat(cache().write("other_a1b2c3d4_thumb.jpg", filled(6, 2))).isNotEqualTo(location);
    assertThat(cache().location(NAME).orElse(location)).isEqualTo(location);
  }

  @Test
  void theTimeOfAnEntryIsThatOfTheListing() throws IOException {
    assertThat(cache().modified(NAME)).isEmpty();
    cache().write(NAME, filled(5, 1));
    try (Stream<CachedFile> files = cache().list()) {
      Instant listed = files.findAny().orElseThrow().modified();
      assertThat(cache().modified(NAME).orElse(listed)).isEqualTo(listed);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NGC 7000 - Hα (1)_a1b2c3d4_thumb.jpg",
        "星雲_a1b2c3d4_thumb.jpg",
        "a%2Fb$`'\"&;_a1b2c3d4_thumb.jpg",
        "x_a1b2c3d4_curve"
      })
  void oddNamesAreKeptAsTheyAre(String name) throws IOException {
    assumeTrue(
        Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(name),
        "file names are not Unicode here: run with LC_ALL=C.UTF-8");
    cache().write(name, filled(3, 3));
    assertThat(cache().read(name)).hasValue(filled(3, 3));
    assertThat(listed()).containsOnlyKeys(name);
  }

  @Test
  void theLongestNameIsTaken() throws IOException {
    String name = "x".repeat(251) + ".jpg";
    cache().write(name, filled(3, 3));
    assertThat(cache().read(name)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", ".hidden", "a/b", "../a", "a\\b", "/etc/x", "a\0b", "a\nb"})
  void namesThatAreNoFileNamesAreRefused(String name) {
    assertThatThrownBy(() -> cache().read(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cache().write(name, filled(1, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cache().delete(name)).isInstanceOf(IllegalArgumentException.class);
    String tooLong = "ä".repeat(128);
    assertThatThrownBy(() -> cache().read(tooLong)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theListingIsTheSumOfAllOperations() throws IOException {
    Random random = new Random(31);
    Map<String, Long> expected = new TreeMap<>();
    for (int i = 0; i < ROUNDS; i++) {
      String name = random.nextInt(30) + "_a1b2c3d4_thumb.jpg";
      if (random.nextInt(3) == 0) {
        assertThat(cache().delete(name)).isEqualTo(expected.remove(name) != null);
      } else {
        int length = random.nextInt(3_000);
        cache().write(name, filled(length, i));
        expected.put(name, (long) length);
      }
    }
    assertThat(listed()).isEqualTo(expected);
  }

  @Test
  void aChangeOfTheListingChangesTheStamp() throws IOException {
    Optional<String> empty = cache().stamp();
    cache().write(NAME, filled(5, 1));
    Optional<String> written = cache().stamp();
    cache().delete(NAME);
    Optional<String> deleted = cache().stamp();
    assertThat(Stream.of(empty, written, deleted).flatMap(Optional::stream))
        .doesNotHaveDuplicates();
  }

  @Test
  void readersSeeWholeEntriesWhileWritersReplaceThem() throws Exception {
    cache().write(NAME, filled(50_000, 0));
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      Callable<Void> writer = this::writeAgainAndAgain;
      Callable<Void> reader = this::readAgainAndAgain;
      for (Future<Void> done :
          threads.invokeAll(List.of(writer, writer, reader, reader, reader, reader))) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(listed()).containsOnlyKeys(NAME);
  }

  private Void writeAgainAndAgain() throws IOException {
    for (int i = 0; i < ROUNDS; i++) {
      cache().write(NAME, filled(i % 2 == 0 ? 50_000 : 70_000, i));
    }
    return null;
  }

  private Void readAgainAndAgain() throws IOException {
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = cache().read(NAME).orElseThrow();
      assertThat(bytes).isEqualTo(filled(bytes.length, bytes[0]));
      assertThat(bytes.length).isIn(50_000, 70_000);
    }
    return null;
  }

  private Map<String, Long> listed() throws IOException {
    try (Stream<CachedFile> files = cache().list()) {
      return files.collect(Collectors.toMap(CachedFile::name, CachedFile::sizeBytes));
    }
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
