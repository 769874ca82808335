package dev.astrocat.thumbs.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The format of the README, compiled as somebody else's module, is found on both paths. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
final class NewFormatTest {

  private static final Pattern JAVA_BLOCK = Pattern.compile("(?s)```java\n(.*?)\n```");

  private static final String APPLICATION =
      """
      package application;

      import dev.astrocat.thumbs.Thumbnail;
      import dev.astrocat.thumbs.ThumbnailGenerator;
      import java.nio.file.Path;

      public final class Main {
        public static void main(String[] files) {
          try (ThumbnailGenerator thumbnails = ThumbnailGenerator.create()) {
            Thumbnail picture = thumbnails.generate(Path.of(files[0]));
            System.out.println(picture.report().decoder() + " " + picture.width());
          }
        }
      }
      """;

  @TempDir Path folder;

  private Path format;
  private Path application;

  @BeforeEach
  void compile() throws IOException {
    format = folder.resolve("format");
    compile(format, block("package example.pgm;"), block("module example.pgm {"));
    Path services = Files.createDirectories(format.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("dev.astrocat.thumbs.decode.FormatDecoder"), "example.pgm.PgmDecoder\n");
    application = folder.resolve("application");
    compile(application, APPLICATION, "module application { requires dev.astrocat.thumbs.core; }");
  }

  @Test
  void onTheClassPath() throws Exception {
    assertThat(run("-cp", path(application, format), "application.Main")).isEqualTo("pgm 40");
  }

  @Test
  void onTheModulePath() throws Exception {
    assertThat(run("-p", path(application, format), "-m", "application/application.Main"))
        .isEqualTo("pgm 40");
  }

  private void compile(Path target, String type, String module) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources-" + target.getFileName()));
    String name = type.replaceFirst("(?s).*?public final class (\\w+).*", "$1");
    Path typeFile = Files.writeString(sources.resolve(name + ".java"), type);
    Path moduleFile = Files.writeString(sources.resolve("module-info.java"), module);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                target.toString(),
                "-p",
                path(),
                typeFile.toString(),
                moduleFile.toString());
    assertThat(status).isZero();
  }

  private String run(String... arguments) throws Exception {
    Path file = folder.resolve("grey.pgm");
    byte[] header = "P5 40 30 65535\n".getBytes(UTF_8);
    Files.write(file, header);
    Files.write(file, new byte[2 * 40 * 30], StandardOpenOption.APPEND);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    command.add(file.toString());
    Path errors = folder.resolve("errors.txt");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return output;
  }

  private static String block(String start) throws IOException {
    return JAVA_BLOCK
        .matcher(Files.readString(SourceTree.ROOT.resolve("README.md")))
        .results()
        .map(found -> found.group(1))
        .filter(block -> block.startsWith(start))
        .findAny()
        .orElseThrow();
  }

  private static String path(Path... ours) {
    Stream<Path> libraries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(jar -> jar.getFileName().toString().startsWith("slf4j-api"));
    return Stream.concat(
            Stream.concat(Stream.of(ours), Stream.of(LibraryModule.CORE.path())), libraries)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
