package dev.astrocat.thumbs.formats.jpeg;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.formats.imageio.SourceImageInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;

/**
 * What the markers of a JPEG file say (ITU-T T.81 annex B), read before any decoder runs: a decoder
 * works through all scans of a progressive file, and a small file can hold thousands.
 *
 * @param frame low nibble of the frame marker: 0 baseline, 1 extended, 2 progressive, 3 lossless...
 * @param precision bits of a sample
 * @param width columns
 * @param height rows
 * @param components colour components
 * @param scans scans that were counted: 1 for a sequential frame with all components in one
 * @param scanBytes bytes from the first scan's data to the end of the file
 * @param orientation how EXIF says it is turned, if it does
 * @param profile embedded ICC profile
 */
public record JpegHeaders(
    int frame,
    int precision,
    int width,
    int height,
    int components,
    int scans,
    long scanBytes,
    Optional<Orientation> orientation,
    Optional<byte[]> profile) {

  /** More scans than any real encoder writes; libjpeg's progressive default has 10. */
  public static final int MAX_SCANS = 100;

  private static final int MAX_SEGMENTS = 100_000;
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int DNL = 0xDC;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int TEM = 0x01;

  /** Walks the markers from the first byte; stops where nothing more can matter. */
  public static JpegHeaders read(SourceImageInputStream in) throws IOException {
    Walk walk = new Walk(in);
    in.seek(0);
    if (in.readUnsignedShort() != (0xFF00 | SOI)) {
      throw DecodeException.malformed("JPEG: it does not start with SOI");
    }
    walk.toTheEnd();
    return walk.result();
  }

  /** Where one walk over the markers stands. */
  private static final class Walk {

    private final SourceImageInputStream in;
    private final JpegSegments segments = new JpegSegments();
    private int frame = -1;
    private int precision;
    private int width;
    private int height;
    private int components;
    private int scans;
    private long scanBytes;

    Walk(SourceImageInputStream in) {
      this.in = in;
    }

    void toTheEnd() throws IOException {
      for (int i = 0; i < MAX_SEGMENTS; i++) {
        int marker = nextMarker();
        if (marker == EOI) {
          return;
        }
        if (marker == SOS && isLast(scan())) {
          return;
        }
      }
      throw DecodeException.malformed("JPEG: more than " + MAX_SEGMENTS + " segments");
    }

    /** Reads the next marker and, but for SOS, its segment; EOI also stands for a missing end. */
    private int nextMarker() throws IOException {
      int marker = JpegMarkers.next(in);
      if (marker == EOI || marker == SOS || marker == TEM || JpegMarkers.isRestart(marker)) {
        return marker;
      }
      long start = in.getStreamPosition();
      int length = in.readUnsignedShort();
      if (length < 2 || start + length > in.length()) {
        if (frame >= 0) {
          return EOI; // decoders go on with what they have
        }
        throw DecodeException.truncated(
            "JPEG: segment "
                + Integer.toHexString(marker)
                + " at byte "
                + start
                + " ends behind the file");
      }
      if (JpegMarkers.isFrame(marker)) {
        frame(marker);
      } else if (marker == APP1 || marker == APP2) {
        segments.read(in, length - 2);
      } else if (marker == DNL) {
        height = Math.max(height, in.readUnsignedShort());
      }
      in.seek(start + length);
      return marker;
    }

    private void frame(int marker) throws IOException {
      if (frame >= 0) {
        throw DecodeException.malformed("JPEG: a second frame in one image");
      }
      frame = marker & 0x0F;
      precision = in.readUnsignedByte();
      height = in.readUnsignedShort();
      width = in.readUnsignedShort();
      components = in.readUnsignedByte();
    }

    /** Counts a scan; returns how many components it holds. */
    private int scan() throws IOException {
      if (frame < 0) {
        throw DecodeException.malformed("JPEG: a scan before the frame header");
      }
      if (++scans > MAX_SCANS) {
        throw DecodeException.malformed("JPEG: too many scans, the limit is " + MAX_SCANS);
      }
      int length = in.readUnsignedShort();
      int inScan = in.readUnsignedByte();
      in.skipBytes(Math.max(0, length - 3));
      if (scans == 1) {
        scanBytes = Math.max(0, in.length() - in.getStreamPosition());
      }
      return inScan;
    }

    /** A sequential frame is complete with the scan that holds all its components. */
    private boolean isLast(int componentsInScan) {
      return frame != 2 && frame != 6 && frame != 10 && componentsInScan == components;
    }

    JpegHeaders result() {
      if (frame < 0) {
        throw DecodeException.malformed("JPEG: no frame header");
      }
      if (scans == 0) {
        throw DecodeException.truncated("JPEG: no scan");
      }
      return new JpegHeaders(
          frame,
          precision,
          width,
          height,
          components,
          scans,
          scanBytes,
          segments.orientation(),
          segments.profile());
    }
  }

  /** Finding markers between and inside scans. */
  private static final class JpegMarkers {

    private static final int BLOCK = 16 << 10;

    private JpegMarkers() {}

    /**
     * The next marker from here on; skips entropy-coded data, where 0xFF is followed by 0 (T.81
     * section B.1.1.5). The end of the file counts as EOI.
     */
    static int next(SourceImageInputStream in) throws IOException {
      byte[] block = new byte[BLOCK];
      while (true) {
        long start = in.getStreamPosition();
        int count = in.read(block, 0, BLOCK);
        if (count <= 0) {
          return EOI;
        }
        for (int i = 0; i < count; i++) {
          if (block[i] == (byte) 0xFF) {
            in.seek(start + i + 1);
            int code = code(in);
            if (code != 0 && !isRestart(code)) {
              return code;
            }
            long next = in.getStreamPosition();
            if (next >= start + count) {
              break;
            }
            i = (int) (next - start) - 1;
          }
        }
        in.seek(Math.max(in.getStreamPosition(), start + count));
      }
    }

    private static int code(SourceImageInputStream in) throws IOException {
      try {
        int code = in.readUnsignedByte();
        while (code == 0xFF) {
          code = in.readUnsignedByte(); // fill bytes (T.81 section B.1.1.2)
        }
        return code;
      } catch (EOFException e) {
        return EOI;
      }
    }

    static boolean isRestart(int marker) {
      return marker >= 0xD0 && marker <= 0xD7;
    }

    /** SOF0..SOF15 without DHT, JPG and DAC. */
    static boolean isFrame(int marker) {
      return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
  }
}
