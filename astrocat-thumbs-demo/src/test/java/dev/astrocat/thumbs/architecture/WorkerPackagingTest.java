package dev.astrocat.thumbs.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.ThumbnailGenerator;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * RAW workers start, and render, however an application is packed: each test starts a JVM that says
 * what it can do and makes one picture, in a thread whose class loader knows nothing of us.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
final class WorkerPackagingTest {

  private static final String PROBE = RawProbe.class.getName();

  /** The probe lies among the tests, whose other classes need what an application lacks. */
  private static final Predicate<String> PROBE_CLASSES =
      name -> name.contains("/RawProbe") || name.contains("/NestedJars");

  @TempDir Path folder;

  private Path picture;
  private String expected;

  @BeforeEach
  void askThisJvm() throws IOException {
    picture = Files.write(folder.resolve("small.dng"), SmallDng.bytes());
    try (ThumbnailGenerator thumbnails = ThumbnailGenerator.create()) {
      expected = RawProbe.report(thumbnails, picture);
    }
    assertThat(expected).startsWith("libraw");
  }

  @Test
  void classPath() throws Exception {
    assertThat(run("-cp", System.getProperty("java.class.path"), PROBE)).isEqualTo(expected);
  }

  @Test
  void oneJarOfAll() throws Exception {
    Path jar = folder.resolve("fat.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      Set<String> names = new HashSet<>();
      for (Path entry : libraries()) {
        merge(entry, out, names, name -> true);
      }
      merge(tests(), out, names, PROBE_CLASSES);
    }
    assertThat(run("-cp", jar.toString(), PROBE)).isEqualTo(expected);
  }

  @Test
  void jarsInAJar() throws Exception {
    Path outer = folder.resolve("boot.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(outer))) {
      Set<String> names = new HashSet<>();
      merge(tests(), out, names, PROBE_CLASSES);
      int number = 0;
      for (Path library : libraries()) {
        out.putNextEntry(new ZipEntry("lib/" + number++ + ".jar"));
        Files.copy(jar(library), out);
        out.closeEntry();
      }
      out.putNextEntry(new ZipEntry("lib/probe.jar"));
      Files.copy(jar(tests()), out);
      out.closeEntry();
    }
    assertThat(run("-cp", outer.toString(), NestedJars.class.getName(), outer.toString(), PROBE))
        .isEqualTo(expected);
  }

  @Test
  void modulePath() throws Exception {
    String modules =
        libraries().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    assertThat(
            run(
                "-p",
                modules,
                "--add-modules",
                LibraryModule.FORMATS.name(),
                "-cp",
                tests().toString(),
                PROBE))
        .isEqualTo(expected);
  }

  private String run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    command.add(picture.toString());
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return said;
  }

  /** Our modules and what they bring along, as the class path of this test names them. */
  private static List<Path> libraries() {
    Stream<Path> ours =
        Stream.of(LibraryModule.CORE, LibraryModule.FORMATS).map(LibraryModule::path);
    Stream<Path> others =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(ModulePathTest::isLibrary);
    return Stream.concat(ours, others).toList();
  }

  private static Path tests() {
    return Path.of(RawProbe.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  /** A class path entry as a jar. */
  private Path jar(Path entry) throws IOException {
    if (!Files.isDirectory(entry)) {
      return entry;
    }
    Path jar = Files.createTempFile(folder, "entry", ".jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      merge(
          entry, out, new HashSet<>(), name -> !entry.equals(tests()) || PROBE_CLASSES.test(name));
    }
    return jar;
  }

  private static void merge(
      Path entry, ZipOutputStream out, Set<String> names, Predicate<String> wanted)
      throws IOException {
    if (!Files.isDirectory(entry)) {
      try (var jar = java.nio.file.FileSystems.newFileSystem(entry)) {
        copy(jar.getPath("/"), out, names, wanted);
      }
      return;
    }
    copy(entry, out, names, wanted);
  }

  private static void copy(
      Path root, ZipOutputStream out, Set<String> names, Predicate<String> wanted)
      throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String name = root.relativize(file).toString().replace(File.separatorChar, '/');
      boolean bound = name.endsWith("module-info.class") || name.startsWith("META-INF/MANIFEST");
      if (!bound && wanted.test("/" + name) && names.add(name)) {
        out.putNextEntry(new ZipEntry(name));
        copy(file, out);
        out.closeEntry();
      }
    }
  }

  private static void copy(Path file, OutputStream out) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.transferTo(out);
    }
  }
}
