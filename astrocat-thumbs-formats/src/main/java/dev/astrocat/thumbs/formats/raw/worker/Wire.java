package dev.astrocat.thumbs.formats.raw.worker;

import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.zip.CRC32C;

/** The worker's end of the two pipes. One thread. */
final class Wire {

  /** A file buffer up to this size is kept for the next file; fresh pages cost time. */
  private static final int MAX_KEPT_BYTES = 128 << 20;

  private final FileChannel in = new FileInputStream(FileDescriptor.in).getChannel();
  private final FileChannel out = new FileOutputStream(FileDescriptor.out).getChannel();
  private final ByteBuffer chunk =
      ByteBuffer.allocateDirect(Frame.CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private ByteBuffer kept = ByteBuffer.allocateDirect(0);

  /** The next request; empty when the host has closed its end. */
  Optional<Request> request(int sequence) throws IOException {
    ByteBuffer prefix = ByteBuffer.allocate(Frame.PREFIX_BYTES);
    if (in.read(prefix) < 0) {
      return Optional.empty();
    }
    fill(prefix);
    byte[] body = new byte[Frame.bodyLength(prefix, sequence)];
    fill(ByteBuffer.wrap(body));
    Frame.verify(prefix, body);
    return Optional.of(Request.of(body));
  }

  /** The file behind a request, position 0. */
  ByteBuffer file(int bytes) throws IOException {
    ByteBuffer file;
    if (bytes > MAX_KEPT_BYTES) {
      file = ByteBuffer.allocateDirect(bytes);
    } else {
      if (bytes > kept.capacity()) {
        kept = ByteBuffer.allocateDirect(bytes);
      }
      file = kept.duplicate().limit(bytes);
    }
    fill(file);
    return file.flip();
  }

  void send(int sequence, Reply reply) throws IOException {
    drain(Frame.of(sequence, reply.body()));
  }

  /** A picture with its samples and their checksum. */
  void send(int sequence, RawFrame frame) throws IOException {
    send(sequence, Reply.Picture.of(frame));
    short[] samples = frame.samples();
    CRC32C crc = new CRC32C();
    int perChunk = chunk.capacity() / Short.BYTES;
    for (int at = 0; at < samples.length; at += perChunk) {
      int count = Math.min(perChunk, samples.length - at);
      chunk.clear().asShortBuffer().put(samples, at, count);
      chunk.limit(count * Short.BYTES);
      crc.update(chunk.duplicate());
      drain(chunk);
    }
    drain(chunk.clear().putInt((int) crc.getValue()).flip());
  }

  private void drain(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private void fill(ByteBuffer target) throws IOException {
    while (target.hasRemaining()) {
      if (in.read(target) < 0) {
        throw new EOFException("the host went away");
      }
    }
  }
}
