package dev.astrocat.thumbs.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailGenerator;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A JVM on the module path finds and does what one on the class path does. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
final class ModulePathTest {

  private static final String APPLICATION =
      """
      package application;

      import dev.astrocat.thumbs.ThumbnailGenerator;
      import java.nio.file.Path;

      public final class Main {
        public static void main(String[] files) {
          try (ThumbnailGenerator thumbnails = ThumbnailGenerator.create()) {
            System.out.println(thumbnails.decoderIds());
            System.out.println(thumbnails.stretchIds());
            System.out.println(thumbnails.outputFormats());
            for (String file : files) {
              System.out.println(thumbnails.generate(Path.of(file)).etag());
            }
          }
        }
      }
      """;

  /** What formats and cache bring along; the demo's other libraries stay off the module path. */
  private static final List<String> LIBRARIES =
      List.of(
          "slf4j-api",
          "nom-tam-fits",
          "imageio-",
          "common-",
          "metadata-extractor",
          "xmpcore",
          "lz4-java",
          "zstd-jni",
          "webp-imageio",
          "kotlin-stdlib",
          "javacpp");

  @TempDir Path folder;

  private Path application;

  @BeforeEach
  void compileAnApplication() throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources"));
    Path module =
        Files.writeString(
            sources.resolve("module-info.java"),
            "module application { requires dev.astrocat.thumbs.core; }");
    Path main = Files.writeString(sources.resolve("Main.java"), APPLICATION);
    application = folder.resolve("classes");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                application.toString(),
                "-p",
                modulePath(),
                module.toString(),
                main.toString());
    assertThat(status).isZero();
  }

  @Test
  void theSameDecodersStretchesAndOutputFormatsAreFound() throws Exception {
    try (ThumbnailGenerator thumbnails = ThumbnailGenerator.create()) {
      assertThat(run())
          .containsExactly(
              thumbnails.decoderIds().toString(),
              thumbnails.stretchIds().toString(),
              thumbnails.outputFormats().toString());
    }
  }

  @Test
  void theSamePictureIsMade() throws Exception {
    Path file = folder.resolve("grey.png");
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
    try (ThumbnailGenerator thumbnails = ThumbnailGenerator.create()) {
      assumeFalse(thumbnails.decoderIds().isEmpty(), "there is no decoder yet");
      Thumbnail expected = thumbnails.generate(file);
      assertThat(run(file.toString())).last().isEqualTo(expected.etag());
    }
  }

  private List<String> run(String... files) throws Exception {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-p",
                    application + File.pathSeparator + modulePath(),
                    "--add-modules",
                    // The WebP writer is an automatic module, which cannot ask for Kotlin's.
                    LibraryModule.CACHE.name() + ",kotlin.stdlib",
                    "-m",
                    "application/application.Main"),
                Stream.of(files))
            .toList();
    Path errors = folder.resolve("errors.txt");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return lines;
  }

  private static String modulePath() {
    Stream<Path> ours =
        Stream.of(LibraryModule.CORE, LibraryModule.FORMATS, LibraryModule.CACHE)
            .map(LibraryModule::path);
    Stream<Path> libraries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(ModulePathTest::isLibrary);
    return Stream.concat(ours, libraries)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  static boolean isLibrary(Path jar) {
    return LIBRARIES.stream().anyMatch(jar.getFileName().toString()::startsWith);
  }
}
