package dev.astrocat.thumbs.formats.raw;

import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.formats.raw.engine.Development;
import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import dev.astrocat.thumbs.formats.raw.worker.BrokenFrame;
import dev.astrocat.thumbs.formats.raw.worker.Frame;
import dev.astrocat.thumbs.formats.raw.worker.Reply;
import dev.astrocat.thumbs.formats.raw.worker.Request;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * One worker process and its pipes. It is either between two messages or of no more use: whoever
 * gets anything but an answer closes it. One thread at a time; {@link #close} from any.
 */
final class WorkerProcess implements AutoCloseable {

  /** A worker without a deadline would outlive a host that does not read; a day is none. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Process process;
  private final WorkerOutput output;
  private final OutputStream input;
  private final byte[] chunk = new byte[Frame.CHUNK_BYTES];
  private int requests;
  private long idleSinceNanos;

  WorkerProcess(Process process) {
    this.process = process;
    this.output = new WorkerOutput(process);
    this.input = process.getOutputStream();
  }

  /**
   * Waits for its first word.
   *
   * @throws WorkerDeath if it ends before that
   */
  Reply greeting(DecodeContext context) throws WorkerDeath {
    DeadlineKill kill = new DeadlineKill(process, context);
    try {
      Reply reply = output.reply(0, context);
      idleSinceNanos = System.nanoTime();
      return reply;
    } catch (IOException e) {
      throw output.death(e);
    } finally {
      kill.cancel();
    }
  }

  /**
   * Has a file developed.
   *
   * @throws IOException if the source cannot be read
   * @throws WorkerDeath if the worker ends, or answers nonsense
   */
  RawFrame develop(SourceBytes source, Development wish, DecodeContext context)
      throws IOException, RawRefusal, WorkerDeath {
    requests++;
    DeadlineKill kill = new DeadlineKill(process, context);
    try {
      long millis = longest(context).toMillis();
      int size = Math.toIntExact(source.size());
      byte[] request = Frame.of(requests, new Request(wish, size, millis).body()).array();
      send(request, request.length);
      send(source, context);
      RawFrame frame = answer(wish, context);
      idleSinceNanos = System.nanoTime();
      return frame;
    } finally {
      kill.cancel();
    }
  }

  private void send(SourceBytes source, DecodeContext context) throws IOException, WorkerDeath {
    for (long at = 0; at < source.size(); at += chunk.length) {
      int count = (int) Math.min(chunk.length, source.size() - at);
      source.readFully(ByteBuffer.wrap(chunk, 0, count), at);
      context.checkpoint();
      send(chunk, count);
      context.progressed();
    }
  }

  private void send(byte[] bytes, int count) throws WorkerDeath {
    try {
      input.write(bytes, 0, count);
      input.flush();
    } catch (IOException e) {
      throw output.death(e);
    }
  }

  private RawFrame answer(Development wish, DecodeContext context) throws RawRefusal, WorkerDeath {
    try {
      Reply reply = output.reply(requests, context);
      if (reply instanceof Reply.Refused refused) {
        throw new RawRefusal(refused.reason(), refused.message());
      }
      if (!(reply instanceof Reply.Picture picture)) {
        throw new BrokenFrame("an answer that is none");
      }
      int count = checkedCount(picture, wish);
      short[] samples = (short[]) context.allocate(SampleType.U16, count);
      output.samples(samples, chunk, context);
      return picture.with(samples);
    } catch (IOException e) {
      throw output.death(e);
    }
  }

  /** The number of samples, if the worker kept to what was asked of it. */
  private static int checkedCount(Reply.Picture picture, Development wish) throws BrokenFrame {
    requireWithin(picture.width(), picture.height(), wish);
    requireWithin(picture.sensorWidth(), picture.sensorHeight(), wish);
    if (picture.channels() != 1 && picture.channels() != 3) {
      throw new BrokenFrame("a picture of " + picture.channels() + " channels");
    }
    long plane = (long) picture.width() * picture.height();
    long limit = Math.min(wish.maxFrameBytes(), Integer.MAX_VALUE) / Short.BYTES;
    if (plane > limit / picture.channels()) {
      throw new BrokenFrame("a picture larger than asked for");
    }
    return (int) plane * picture.channels();
  }

  private static void requireWithin(int width, int height, Development wish) throws BrokenFrame {
    if (width < 1
        || height < 1
        || width > wish.maxSide()
        || height > wish.maxSide()
        || (long) width * height > wish.maxPixels()) {
      throw new BrokenFrame("a picture of " + width + " x " + height);
    }
  }

  /** Whether it may be given another file. */
  boolean isFit(RawOptions options) {
    // Some time before it ends by itself, so that it never does just when it is asked.
    long restNanos = options.idleTime().toNanos() * 4 / 5;
    return process.isAlive()
        && requests < options.imagesPerWorker()
        && System.nanoTime() - idleSinceNanos < restNanos
        && output.isSilent();
  }

  private static Duration longest(DecodeContext context) {
    Duration remaining = context.longestRemainingTime();
    return remaining.compareTo(LONGEST) < 0 ? remaining : LONGEST;
  }

  /** Kills it, working or not. */
  @Override
  public void close() {
    process.destroyForcibly();
    output.close();
    try {
      input.close();
    } catch (IOException e) {
      output.ignored(e); // what was not written to a dead process
    }
  }
}
