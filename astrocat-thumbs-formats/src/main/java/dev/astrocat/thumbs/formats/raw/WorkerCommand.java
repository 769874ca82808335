package dev.astrocat.thumbs.formats.raw;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a worker process is started: a small JVM of the host's own kind. Immutable. */
final class WorkerCommand {

  private static final String MAIN = "dev.astrocat.thumbs.formats.raw.worker.WorkerMain";

  /** Address space of a JVM beside heap, buffers and native memory, with class space cut down. */
  private static final long JVM_BYTES = 1L << 30;

  private final WorkerCode code;
  private final RawOptions options;
  private final WorkerFolder folder;
  private final Sandbox sandbox;

  /** Tries out what the machine has to keep workers in bounds. */
  WorkerCommand(WorkerCode code, RawOptions options, WorkerFolder folder) {
    this.code = code;
    this.options = options;
    this.folder = folder;
    long addressSpace = options.heapBytes() + options.nativeBytes() + JVM_BYTES;
    sandbox = Sandbox.strongest(addressSpace, folder.jar(), java());
  }

  /** All that a worker inherits, and what Windows cannot do without. */
  private static final Set<String> INHERITED =
      Set.of(
          // Where programs and libraries are.
          "PATH",
          "LD_LIBRARY_PATH",
          "DYLD_LIBRARY_PATH",
          // How the names of files are written, which its own folder may need.
          "LANG",
          "LC_ALL",
          "LC_CTYPE",
          "SystemRoot",
          "TEMP",
          "TMP",
          "TMPDIR");

  /** JEP 472: from this version on, loading native code warns unless it is allowed. */
  private static final int WARNS_OF_NATIVE_CODE = 24;

  /** The launcher of the JVM that this process runs on. */
  static Path java() {
    String name = File.separatorChar == '\\' ? "java.exe" : "java";
    return Path.of(System.getProperty("java.home"), "bin", name);
  }

  Sandbox sandbox() {
    return sandbox;
  }

  Process start() throws IOException {
    List<String> command = new ArrayList<>(sandbox.command());
    command.add(java().toString());
    command.addAll(flags());
    command.addAll(List.of("-cp", classPath(), MAIN, code.engine()));
    command.add(String.valueOf(options.idleTime().toMillis()));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.path().toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(INHERITED);
    environment.put("OMP_NUM_THREADS", "1"); // the pool decides how much runs at a time
    environment.put("MALLOC_ARENA_MAX", "2");
    try {
      return builder.start();
    } catch (IOException e) {
      // Its own message names folders of this machine, its cause's what is wrong.
      String reason = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
      throw new IOException("no RAW worker process can be started" + reason, e);
    }
  }

  /** Both compilers: with the quick one alone a file of 8 megapixels takes 220 ms and not 200. */
  private List<String> flags() {
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

  private String classPath() {
    StringBuilder path = new StringBuilder(folder.jar().getFileName().toString());
    code.extraClassPath().forEach(entry -> path.append(File.pathSeparatorChar).append(entry));
    return path.toString();
  }
}
