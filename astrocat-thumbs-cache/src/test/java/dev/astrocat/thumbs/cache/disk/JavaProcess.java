package dev.astrocat.thumbs.cache.disk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java program of the tests, in a process of its own. */
final class JavaProcess {

  private JavaProcess() {}

  static ProcessBuilder of(Class<?> program, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).inheritIO();
  }
}
