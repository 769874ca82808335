package dev.astrocat.thumbs.formats.raw;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands of util-linux that a worker is started through, each taking something away: as many as
 * are installed and work here. Immutable.
 *
 * @param command what stands before the worker's own command
 * @param words what a worker lacks, for people
 */
record Sandbox(List<String> command, List<String> words) {

  private static final Logger log = LoggerFactory.getLogger(Sandbox.class);

  /** Trying a command out takes milliseconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private record Layer(String words, List<String> command) {
    Layer(String words, String... command) {
      this(words, List.of(command));
    }
  }

  Sandbox {
    command = List.copyOf(command);
    words = List.copyOf(words);
  }

  /**
   * The strongest that this machine allows, in which {@code file} can be read and {@code program}
   * be started.
   */
  static Sandbox strongest(long addressSpace, Path file, Path program) {
    List<String> trial = List.of("test", "-r", file.toString(), "-a", "-x", program.toString());
    List<String> command = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Layer layer : layers(addressSpace)) {
      List<String> longer = joined(command, layer.command());
      if (!words.contains(layer.words()) && works(joined(longer, trial))) {
        command = longer;
        words.add(layer.words());
      }
    }
    return new Sandbox(command, words);
  }

  /** Outermost first. Of layers with the same words the first that works is taken. */
  private static List<Layer> layers(long addressSpace) {
    String nobody = "--bounding-set=-all"; // a root that may do no more than others
    return List.of(
        new Layer("no network", "unshare", "--net", "--"),
        // Others than root need a user namespace to leave the network.
        new Layer("no network", "unshare", "--map-root-user", "--net", "--"),
        new Layer("no privileges", "setpriv", "--no-new-privs", "--inh-caps=-all", nobody, "--"),
        new Layer("no privileges", "setpriv", "--no-new-privs", "--"),
        new Layer("limited memory", "prlimit", "--core=0", "--as=" + addressSpace, "--"));
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** An interrupt of this thread does not show in the answer. */
  private static boolean works(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean works =
          process
              .onExit()
              .thenApply(ended -> ended.exitValue() == 0)
              .completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
              .join();
      process.destroyForcibly();
      return works;
    } catch (IOException e) {
      log.debug("{} is not there", command.get(0), e);
      return false;
    }
  }

  /** For people: what is taken away, or that nothing is. */
  @Override
  public String toString() {
    return "sandbox: " + (words.isEmpty() ? "none" : String.join(", ", words));
  }
}
