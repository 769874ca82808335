package dev.astrocat.thumbs.formats.raw;

import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.formats.raw.worker.BrokenFrame;
import dev.astrocat.thumbs.formats.raw.worker.Frame;
import dev.astrocat.thumbs.formats.raw.worker.Reply;
import dev.astrocat.thumbs.formats.raw.worker.WorkerMain;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes out of a worker: messages on its standard output, complaints on the other. Waits by
 * looking again and again, at longer and longer intervals, since no read from a pipe can be
 * interrupted; a picture takes tens of milliseconds, looking some microseconds. One thread at a
 * time.
 */
final class WorkerOutput {

  private static final Logger log = LoggerFactory.getLogger(WorkerOutput.class);

  private static final long FIRST_PAUSE_NANOS = 100_000;
  private static final long LAST_PAUSE_NANOS = 2_000_000;
  private static final long MAX_LOG_BYTES = 2000;

  /** What a dying process needs to be gone. */
  private static final long DYING_MILLIS = 1000;

  private final Process process;
  private final InputStream messages;
  private final InputStream complaints;
  private long logged;

  WorkerOutput(Process process) {
    this.process = process;
    this.messages = process.getInputStream();
    this.complaints = process.getErrorStream();
  }

  /** The next message. */
  Reply reply(int sequence, DecodeContext context) throws IOException {
    awaitBytes(context);
    ByteBuffer prefix = ByteBuffer.wrap(bytes(Frame.PREFIX_BYTES));
    byte[] body = bytes(Frame.bodyLength(prefix, sequence));
    Frame.verify(prefix, body);
    return Reply.of(body);
  }

  /** Fills {@code samples} with what follows a picture. */
  void samples(short[] samples, byte[] chunk, DecodeContext context) throws IOException {
    CRC32C crc = new CRC32C();
    ShortBuffer decoded = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    int perChunk = chunk.length / Short.BYTES;
    for (int at = 0; at < samples.length; at += perChunk) {
      context.checkpoint();
      int count = Math.min(perChunk, samples.length - at);
      fill(chunk, count * Short.BYTES);
      context.progressed();
      crc.update(chunk, 0, count * Short.BYTES);
      decoded.rewind().get(samples, at, count);
    }
    int expected = ByteBuffer.wrap(bytes(Integer.BYTES)).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (expected != (int) crc.getValue()) {
      throw new BrokenFrame("samples with a wrong checksum");
    }
  }

  /** Whether it said nothing since it was last asked. */
  boolean isSilent() {
    try {
      return messages.available() == 0;
    } catch (IOException e) {
      return false; // closed
    }
  }

  /** Why no answer came; waits until the process is gone, since its exit status tells. */
  WorkerDeath death(IOException failure) {
    if (failure instanceof BrokenFrame) {
      process.destroyForcibly();
      return new WorkerDeath("it sent " + failure.getMessage(), false);
    }
    logComplaints();
    boolean interrupted = Thread.interrupted();
    try {
      if (!process.waitFor(DYING_MILLIS, TimeUnit.MILLISECONDS)) {
        return new WorkerDeath("it closed its pipe", false);
      }
    } catch (InterruptedException e) {
      interrupted = true;
      return new WorkerDeath("it ended", false);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    int status = process.exitValue();
    return new WorkerDeath(
        "it ended with status " + status, status == WorkerMain.EXIT_OUT_OF_MEMORY);
  }

  void close() {
    logComplaints();
    for (InputStream stream : new InputStream[] {messages, complaints}) {
      try {
        stream.close();
      } catch (IOException e) {
        ignored(e);
      }
    }
  }

  /** A failure that changes nothing. */
  void ignored(IOException e) {
    log.debug("a pipe of RAW worker {} could not be closed", process.pid(), e);
  }

  /** Returns when there is something to read, or when the process is gone. */
  private void awaitBytes(DecodeContext context) throws IOException {
    long pause = FIRST_PAUSE_NANOS;
    Starvation starvation = new Starvation(process);
    while (messages.available() == 0 && process.isAlive()) {
      starvation.look(context);
      context.checkpoint();
      logComplaints();
      LockSupport.parkNanos(this, pause);
      pause = Math.min(2 * pause, LAST_PAUSE_NANOS);
    }
  }

  private byte[] bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    fill(bytes, count);
    return bytes;
  }

  private void fill(byte[] target, int count) throws IOException {
    if (messages.readNBytes(target, 0, count) < count) {
      throw new EOFException("the worker's output ends");
    }
  }

  /** Empties the pipe, or the worker would wait for that; the log gets the first lines. */
  private void logComplaints() {
    try {
      int count = complaints.available();
      if (count > 0) {
        byte[] bytes = complaints.readNBytes(Math.min(count, Frame.CHUNK_BYTES));
        if (logged < MAX_LOG_BYTES) {
          String text = new String(bytes, StandardCharsets.UTF_8).strip();
          int end = (int) Math.min(text.length(), MAX_LOG_BYTES - logged);
          log.debug("RAW worker {}: {}", process.pid(), text.substring(0, end));
        }
        logged += count;
      }
    } catch (IOException e) {
      ignored(e);
    }
  }
}
