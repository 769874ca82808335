package dev.astrocat.thumbs.formats.raw.worker;

import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a worker says. Immutable. */
public sealed interface Reply {

  /** Most characters of any text; more are cut off. */
  int MAX_TEXT = 1000;

  /** First word of a worker that can work, with the version of its engine. */
  record Ready(String version) implements Reply {}

  /** First and last word of a worker whose engine cannot be loaded. */
  record Missing(String what) implements Reply {

    /** Of a class that could not be loaded: the linker's own words, else what was looked for. */
    public static Missing of(Throwable failure) {
      Throwable cause = failure;
      while (cause.getCause() != null) {
        cause = cause.getCause(); // the first library that was missing tells what to install
      }
      String message = String.valueOf(cause.getMessage());
      boolean isLinker = cause instanceof UnsatisfiedLinkError;
      return new Missing(isLinker ? message : cause.getClass().getSimpleName() + ": " + message);
    }
  }

  /** There is no picture. */
  record Refused(RawRefusal.Reason reason, String message) implements Reply {}

  /** There is a picture; its samples follow, little-endian, and the CRC-32C of their bytes. */
  record Picture(
      int width,
      int height,
      int channels,
      int sensorWidth,
      int sensorHeight,
      int exifOrientation,
      String camera,
      String process)
      implements Reply {

    /** All but the samples. */
    static Picture of(RawFrame frame) {
      return new Picture(
          frame.width(),
          frame.height(),
          frame.channels(),
          frame.sensorWidth(),
          frame.sensorHeight(),
          frame.exifOrientation(),
          frame.camera(),
          frame.process());
    }

    /** With samples, a whole frame. */
    public RawFrame with(short[] samples) {
      return new RawFrame(
          width,
          height,
          channels,
          samples,
          sensorWidth,
          sensorHeight,
          exifOrientation,
          camera,
          process);
    }
  }

  /** The body of a frame. */
  default byte[] body() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(new DataOutputStream(bytes), this);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // not in memory
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Reply reply) throws IOException {
    if (reply instanceof Ready ready) {
      out.writeByte('V');
      out.writeUTF(cut(ready.version()));
    } else if (reply instanceof Missing missing) {
      out.writeByte('M');
      out.writeUTF(cut(missing.what()));
    } else if (reply instanceof Refused refused) {
      out.writeByte('R');
      out.writeUTF(refused.reason().name());
      out.writeUTF(cut(refused.message()));
    } else if (reply instanceof Picture picture) {
      out.writeByte('P');
      out.writeInt(picture.width());
      out.writeInt(picture.height());
      out.writeInt(picture.channels());
      out.writeInt(picture.sensorWidth());
      out.writeInt(picture.sensorHeight());
      out.writeInt(picture.exifOrientation());
      out.writeUTF(cut(picture.camera()));
      out.writeUTF(cut(picture.process()));
    }
  }

  private static String cut(String text) {
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
  }

  /**
   * Reads a body; numbers are as they came.
   *
   * @throws IOException if it is none
   */
  static Reply of(byte[] body) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
    int kind = in.readByte();
    Reply reply =
        switch (kind) {
          case 'V' -> new Ready(in.readUTF());
          case 'M' -> new Missing(in.readUTF());
          case 'R' -> new Refused(reason(in.readUTF()), in.readUTF());
          case 'P' ->
              new Picture(
                  in.readInt(),
                  in.readInt(),
                  in.readInt(),
                  in.readInt(),
                  in.readInt(),
                  in.readInt(),
                  in.readUTF(),
                  in.readUTF());
          default -> throw new BrokenFrame("a reply of kind " + kind);
        };
    if (in.read() >= 0) {
      throw new BrokenFrame("a reply of " + body.length + " bytes");
    }
    return reply;
  }

  private static RawRefusal.Reason reason(String name) throws BrokenFrame {
    try {
      return RawRefusal.Reason.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new BrokenFrame("a refusal for an unknown reason");
    }
  }
}
