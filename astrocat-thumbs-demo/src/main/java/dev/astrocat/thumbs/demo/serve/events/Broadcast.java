package dev.astrocat.thumbs.demo.serve.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.astrocat.thumbs.demo.Version;
import dev.astrocat.thumbs.demo.serve.http.RequestProblem;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells all that listen what is new: one look a second for all of them, and none while nobody
 * listens. Thread-safe.
 */
final class Broadcast implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);
  private static final int MAX_CLIENTS = 500;
  private static final int RETRY_SECONDS = 10;
  private static final int LOOK_MILLIS = 1_000;
  private static final int LOOKS_A_COMMENT = 10;

  private final Watcher watcher;
  private final ObjectMapper mapper;
  private final Clock clock;
  private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
  private final Map<String, String> standing = new LinkedHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Broadcast::thread);
  private final ScheduledFuture<?> looking;
  private int looks;

  Broadcast(Watcher watcher, ObjectMapper mapper, Clock clock) {
    this.watcher = watcher;
    this.mapper = mapper;
    this.clock = clock;
    looking =
        timer.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "events");
    thread.setDaemon(true);
    return thread;
  }

  /** Lets somebody listen from now on; first it hears how things stand. */
  void join(EventStream stream) {
    String now = clock.instant().toString();
    stream.send(block("hello", new HelloBody(now, Version.number())));
    synchronized (standing) {
      if (streams.size() >= MAX_CLIENTS) {
        throw RequestProblem.busy(RETRY_SECONDS);
      }
      standing.values().forEach(stream::send);
      streams.add(stream);
    }
  }

  private void look() {
    streams.removeIf(stream -> stream.closed().isDone());
    if (streams.isEmpty()) {
      synchronized (standing) {
        standing.clear();
      }
      watcher.forget();
      return;
    }
    looks++;
    if (looks % LOOKS_A_COMMENT == 0) {
      streams.forEach(stream -> stream.send(": still here\n\n"));
    }
    news();
  }

  /** What goes wrong, such as an outage, goes wrong for this look alone. */
  private void news() {
    FutureTask<Void> task = new FutureTask<>(() -> watcher.look(this::tell), null);
    task.run();
    try {
      task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      LOG.debug("no news this time", e);
    }
  }

  private void tell(Watcher.News news) {
    String block = block(news.event(), news.data());
    synchronized (standing) {
      if (!news.key().isEmpty()) {
        standing.put(news.event() + " " + news.key(), block);
      }
      streams.forEach(stream -> stream.send(block));
    }
  }

  private String block(String event, Object data) {
    try {
      // One line: JSON escapes line ends.
      return "event: " + event + "\ndata: " + mapper.writeValueAsString(data) + "\n\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("our own data are no JSON", e);
    }
  }

  /**
   * What everybody hears first.
   *
   * @param serverTime when
   * @param version of the server
   */
  record HelloBody(String serverTime, String version) {}

  @Override
  public void close() {
    looking.cancel(true);
    timer.shutdownNow();
    streams.forEach(EventStream::close);
  }
}
