package dev.astrocat.thumbs.formats.raw.worker;

import dev.astrocat.thumbs.formats.raw.engine.Development;
import dev.astrocat.thumbs.formats.raw.engine.Development.Mosaic;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * What the host asks of a worker; the file's bytes follow. Immutable.
 *
 * @param wish what is wanted
 * @param fileBytes size of the file
 * @param millis time until the host gives up, for a worker whose host is no longer there
 */
public record Request(Development wish, int fileBytes, long millis) {

  private static final int BODY_BYTES = 1 + 8 + 4 + 8 + 8 + 4 + 8;

  /** The body of a frame. */
  public byte[] body() {
    return ByteBuffer.allocate(BODY_BYTES)
        .put(letter(wish.mosaic()))
        .putLong(wish.maxPixels())
        .putInt(wish.maxSide())
        .putLong(wish.maxFrameBytes())
        .putLong(wish.maxWorkBytes())
        .putInt(fileBytes)
        .putLong(millis)
        .array();
  }

  /** Reads a body. */
  public static Request of(byte[] body) throws BrokenFrame {
    ByteBuffer in = ByteBuffer.wrap(body);
    try {
      Mosaic mosaic = mosaic(in.get());
      Development wish =
          new Development(mosaic, in.getLong(), in.getInt(), in.getLong(), in.getLong());
      Request request = new Request(wish, in.getInt(), in.getLong());
      if (request.fileBytes >= 0 && !in.hasRemaining()) {
        return request;
      }
    } catch (BufferUnderflowException e) {
      throw new BrokenFrame("a request of " + body.length + " bytes: too short");
    }
    throw new BrokenFrame("a request of " + body.length + " bytes");
  }

  private static byte letter(Mosaic mosaic) {
    return switch (mosaic) {
      case SUPERPIXEL -> 'S';
      case KEPT -> 'K';
      case UNREAD -> 'U';
    };
  }

  private static Mosaic mosaic(byte letter) throws BrokenFrame {
    for (Mosaic mosaic : Mosaic.values()) {
      if (letter(mosaic) == letter) {
        return mosaic;
      }
    }
    throw new BrokenFrame("a request of kind " + letter);
  }
}
