package dev.astrocat.thumbs.formats.raw;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.decode.Availability;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.formats.raw.worker.Reply;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The workers that live, and the folder that they share. Thread-safe. */
final class Workers implements Closeable {

  private final RawOptions options;
  private final WorkerCode code;
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private final Set<WorkerProcess> alive = new HashSet<>();
  private Optional<Home> home = Optional.empty();
  private volatile Optional<Availability> availability = Optional.empty();
  private volatile String version = "";
  private volatile boolean closed;

  /** Where workers live, and how they are started there. */
  private record Home(WorkerFolder folder, WorkerCommand command) {}

  Workers(RawOptions options, WorkerCode code) {
    this.options = options;
    this.code = code;
  }

  /** What a worker said of itself; empty before the first one spoke. */
  Optional<Availability> availability() {
    return availability;
  }

  /** The engine's version; empty before the first worker spoke. */
  String version() {
    return version;
  }

  /**
   * Stops those who need not wait for an answer that is known.
   *
   * @throws DecodeException {@code FORMAT_UNSUPPORTED}
   */
  void requireEngine() {
    if (availability.isPresent() && !availability.get().isReady()) {
      throw DecodeException.unsupported(
          "camera RAW is not decoded: " + availability.get().detail());
    }
  }

  /**
   * Stops those who came too late.
   *
   * @throws LimitException {@code CANCELLED}
   */
  void requireOpen() {
    if (closed) {
      throw new LimitException(ErrorCode.CANCELLED, "the RAW decoder was closed");
    }
  }

  /** One that waits for work, the last to have had some; or a new one. */
  WorkerProcess idleOrFresh(DecodeContext context) throws IOException {
    while (true) {
      Optional<WorkerProcess> next = nextIdle();
      if (next.isEmpty()) {
        return fresh(context);
      }
      if (next.get().isFit(options)) {
        return next.get();
      }
      end(next.get());
    }
  }

  private synchronized Optional<WorkerProcess> nextIdle() {
    return Optional.ofNullable(idle.pollFirst());
  }

  /**
   * A new one that has said that it is ready.
   *
   * @throws IOException if none starts for the moment
   * @throws DecodeException {@code FORMAT_UNSUPPORTED} if none ever will
   */
  WorkerProcess fresh(DecodeContext context) throws IOException {
    WorkerProcess worker = start();
    boolean ready = false;
    try {
      Reply greeting = worker.greeting(context);
      if (greeting instanceof Reply.Ready engine) {
        version = engine.version();
        availability = Optional.of(ready());
        ready = true;
        return worker;
      }
      String what = greeting instanceof Reply.Missing missing ? missing.what() : "no greeting";
      availability = Optional.of(Availability.missing(MissingEngine.words(what)));
    } catch (WorkerDeath e) {
      notStarted(e, context);
    } finally {
      if (!ready) {
        end(worker);
      }
    }
    requireEngine();
    throw new IllegalStateException("a worker without an engine");
  }

  /** No file had a part in this. Where no worker ever started, none will. */
  private void notStarted(WorkerDeath death, DecodeContext context) throws IOException {
    requireOpen();
    context.checkpoint();
    String what = "a RAW worker process did not start: " + death.getMessage();
    if (availability.isPresent()) {
      throw new IOException(what, death);
    }
    availability = Optional.of(Availability.missing(what));
  }

  private synchronized WorkerProcess start() throws IOException {
    requireOpen();
    if (!Files.isExecutable(WorkerCommand.java())) {
      availability =
          Optional.of(Availability.missing("this Java has no bin/java to start RAW workers with"));
      requireEngine();
    }
    if (home.isPresent() && !home.get().folder().isThere()) {
      home.get().folder().close();
      home = Optional.empty();
    }
    if (home.isEmpty()) {
      WorkerFolder folder = WorkerFolder.createIn(System.getProperty("java.io.tmpdir", "."));
      home = Optional.of(new Home(folder, new WorkerCommand(code, options, folder)));
    }
    WorkerProcess worker = new WorkerProcess(home.get().command().start());
    alive.add(worker);
    return worker;
  }

  private synchronized Availability ready() {
    String sandbox = home.map(place -> "; " + place.command().sandbox()).orElse("");
    return Availability.ready(version + " in worker processes" + sandbox);
  }

  /** Takes one back that has answered. */
  void giveBack(WorkerProcess worker) {
    if (worker.isFit(options) && keep(worker)) {
      return;
    }
    end(worker);
  }

  private synchronized boolean keep(WorkerProcess worker) {
    if (!closed) {
      idle.addFirst(worker);
    }
    return !closed;
  }

  /** Ends one, working or not. */
  void end(WorkerProcess worker) {
    synchronized (this) {
      alive.remove(worker);
    }
    worker.close();
  }

  /** Ends all, working or not, and takes their folder away. */
  @Override
  public void close() throws IOException {
    List<WorkerProcess> all;
    Optional<Home> last;
    synchronized (this) {
      closed = true;
      all = List.copyOf(alive);
      alive.clear();
      idle.clear();
      last = home;
      home = Optional.empty();
    }
    all.forEach(WorkerProcess::close);
    if (last.isPresent()) {
      last.get().folder().close();
    }
  }
}
