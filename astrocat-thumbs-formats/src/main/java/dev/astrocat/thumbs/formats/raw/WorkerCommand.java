package dev.astrocat.thumbs.formats.raw;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How a worker process is started: a small JVM of the host's own kind. Thread-safe. */
final class WorkerCommand {

  private static final String MAIN = "dev.astrocat.thumbs.formats.raw.worker.WorkerMain";

  /** Address space of a JVM beside heap, buffers and native memory, with class space cut down. */
  private static final long JVM_BYTES = 1L << 30;

  /** All that a worker inherits: where libraries are, and what Windows cannot do without. */
  private static final Set<String> INHERITED =
      Set.of("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR");

  /** JEP 472: from this version on, loading native code warns unless it is allowed. */
  private static final int WARNS_OF_NATIVE_CODE = 24;

  private WorkerCommand() {}

  /** The launcher of the JVM that this process runs on. */
  static Path java() {
    String name = File.separatorChar == '\\' ? "java.exe" : "java";
    return Path.of(System.getProperty("java.home"), "bin", name);
  }

  static Process start(WorkerCode code, RawOptions options, WorkerFolder folder)
      throws IOException {
    List<String> command = new ArrayList<>(jail(options));
    command.add(java().toString());
    command.addAll(flags(options, folder));
    command.addAll(List.of("-cp", classPath(code, folder), MAIN, code.engine()));
    command.add(String.valueOf(options.idleTime().toMillis()));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.path().toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(INHERITED);
    environment.put("OMP_NUM_THREADS", "1"); // the pool decides how much runs at a time
    environment.put("MALLOC_ARENA_MAX", "2");
    return builder.start();
  }

  /** No core dumps, and an end to memory, where util-linux is installed. */
  private static List<String> jail(RawOptions options) {
    Optional<Path> prlimit =
        Stream.of("/usr/bin/prlimit", "/bin/prlimit")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    long addressSpace = options.heapBytes() + options.nativeBytes() + JVM_BYTES;
    return prlimit
        .map(tool -> List.of(tool.toString(), "--core=0", "--as=" + addressSpace, "--"))
        .orElse(List.of());
  }

  /** Both compilers: with the quick one alone a file of 8 megapixels takes 220 ms and not 200. */
  private static List<String> flags(RawOptions options, WorkerFolder folder) {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-Xmx" + options.heapBytes(),
                "-XX:MaxDirectMemorySize=" + options.nativeBytes(),
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:CompressedClassSpaceSize=32m",
                "-XX:ReservedCodeCacheSize=48m",
                "-XX:-UsePerfData",
                "-XX:+DisplayVMOutputToStderr", // standard output is for messages alone
                // A crash ends the process at once: no report in anybody's folder, no core.
                "-XX:+SuppressFatalErrorMessage",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+DisableAttachMechanism",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder.path(),
                "-Dorg.bytedeco.javacpp.cachedir=" + folder.path().resolve("native")));
    if (Runtime.version().feature() >= WARNS_OF_NATIVE_CODE) {
      flags.add("--enable-native-access=ALL-UNNAMED");
    }
    return flags;
  }

  private static String classPath(WorkerCode code, WorkerFolder folder) {
    StringBuilder path = new StringBuilder(folder.jar().toString());
    code.extraClassPath().forEach(entry -> path.append(File.pathSeparatorChar).append(entry));
    return path.toString();
  }
}
