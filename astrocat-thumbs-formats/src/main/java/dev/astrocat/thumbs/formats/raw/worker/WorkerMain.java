package dev.astrocat.thumbs.formats.raw.worker;

import dev.astrocat.thumbs.formats.raw.engine.RawEngine;
import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * The worker process: says that it is ready, then answers requests one after the other until its
 * standard input ends. A fault of the engine ends the process, and the host sees to the rest.
 */
public final class WorkerMain {

  /** Exit status of a worker that nobody needs. */
  static final int EXIT_DONE = 0;

  /** Exit status when memory is used up; the JVM's own of -XX:+ExitOnOutOfMemoryError. */
  public static final int EXIT_OUT_OF_MEMORY = 3;

  private final Wire wire;
  private final RawEngine engine;
  private final Watchdog watchdog;

  private WorkerMain(Wire wire, RawEngine engine, Watchdog watchdog) {
    this.wire = wire;
    this.engine = engine;
    this.watchdog = watchdog;
  }

  /**
   * Runs until it is no longer needed.
   *
   * @param args class name of the engine, idle time in milliseconds
   */
  public static void main(String[] args) throws IOException {
    // The pipe is for messages alone; what anybody prints goes to the log.
    System.setOut(
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    Watchdog watchdog = Watchdog.start(Duration.ofMillis(Long.parseLong(args[1])));
    Wire wire = new Wire();
    try {
      Optional<RawEngine> engine = engine(args[0], wire);
      if (engine.isPresent()) {
        new WorkerMain(wire, engine.get(), watchdog).work();
      }
    } catch (OutOfMemoryError e) {
      Runtime.getRuntime().halt(EXIT_OUT_OF_MEMORY); // of direct buffers, which the flag ignores
    }
    Runtime.getRuntime().halt(EXIT_DONE);
  }

  private static Optional<RawEngine> engine(String name, Wire wire) throws IOException {
    try {
      RawEngine engine =
          Class.forName(name).asSubclass(RawEngine.class).getConstructor().newInstance();
      wire.send(0, new Reply.Ready(engine.version()));
      return Optional.of(engine);
    } catch (ReflectiveOperationException | LinkageError e) {
      wire.send(0, Reply.Missing.of(e));
      return Optional.empty();
    }
  }

  private void work() throws IOException {
    for (int sequence = 1; ; sequence++) {
      Optional<Request> request = wire.request(sequence);
      if (request.isEmpty()) {
        return;
      }
      watchdog.busy(request.get().millis());
      answer(sequence, request.get());
      watchdog.idle();
    }
  }

  private void answer(int sequence, Request request) throws IOException {
    RawFrame frame;
    try {
      frame = engine.develop(wire.file(request.fileBytes()), request.wish());
    } catch (RawRefusal e) {
      wire.send(sequence, new Reply.Refused(e.reason(), String.valueOf(e.getMessage())));
      return;
    }
    wire.send(sequence, frame);
  }
}
