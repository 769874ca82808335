package dev.astrocat.thumbs.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleSkyTest {

  private static final int MAX_BYTES = 16_000_000;

  private Path folder;

  @BeforeAll
  void make(@TempDir Path temporary) throws IOException {
    folder = temporary;
    assertThat(SampleSky.isIn(folder)).isFalse();
    SampleSky.makeIn(folder);
    assertThat(SampleSky.isIn(folder)).isTrue();
  }

  @Test
  void everyRunMakesTheSameSky(@TempDir Path other) throws IOException {
    SampleSky.makeIn(other);

    assertThat(digests(other)).isEqualTo(digests(folder)).hasSize(16);
  }

  @Test
  void skyIsSmall() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum())
          .isLessThan(MAX_BYTES);
    }
  }

  @Test
  void everyFileButTheBrokenOneHasAPicture() throws IOException {
    try (ThumbnailGenerator generator = ThumbnailGenerator.create();
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(SampleSkyTest::isPicture).toList()) {
        if (file.toString().contains("cut_off")) {
          assertThatThrownBy(() -> generator.generate(file))
              .isInstanceOfSatisfying(
                  DecodeException.class,
                  e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_TRUNCATED));
        } else {
          Thumbnail thumbnail = generator.generate(file);
          assertThat(thumbnail.width()).as(file.toString()).isGreaterThan(400);
          boolean colour = file.toString().matches(".*(OSC|RGB|finished_|_finished).*");
          assertThat(thumbnail.report().channels()).as(file.toString()).isEqualTo(colour ? 3 : 1);
        }
      }
    }
  }

  private static boolean isPicture(Path file) {
    return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
  }

  private static Map<String, Integer> digests(Path sky) throws IOException {
    Map<String, Integer> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(sky)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(sky.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return digests;
  }
}
