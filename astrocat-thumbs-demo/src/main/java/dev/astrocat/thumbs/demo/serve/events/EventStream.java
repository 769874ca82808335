package dev.astrocat.thumbs.demo.serve.events;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * The connection of one client that listens. Nothing ever waits for a client: what it does not take
 * is kept, and a client that leaves too much of it is dropped. Thread-safe.
 */
final class EventStream implements WriteListener {

  private static final int MAX_WAITING = 1_000;

  private final ServletOutputStream out;
  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private boolean isOpen;

  EventStream(ServletOutputStream out) {
    this.out = out;
  }

  /** Completes when the client is gone or was dropped. */
  CompletableFuture<Void> closed() {
    return closed;
  }

  /** Sends a block of lines as the HTML standard has it (section 9.2.6, event streams). */
  void send(String block) {
    synchronized (this) {
      waiting.add(block.getBytes(StandardCharsets.UTF_8));
      if (waiting.size() <= MAX_WAITING) {
        writeWhatFits();
        return;
      }
    }
    close();
  }

  void close() {
    closed.complete(null);
  }

  @Override
  public synchronized void onWritePossible() {
    isOpen = true;
    writeWhatFits();
  }

  /** The container calls again when there is room, if the stream said that it is not ready. */
  private void writeWhatFits() {
    try {
      while (isOpen && !closed.isDone() && out.isReady()) {
        byte[] next = waiting.poll();
        if (next == null) {
          return;
        }
        out.write(next);
        if (out.isReady() && waiting.isEmpty()) {
          out.flush();
        }
      }
    } catch (IOException e) {
      close(); // the client is gone, which is how streams end
    }
  }

  @Override
  public void onError(Throwable failure) {
    close();
  }
}
