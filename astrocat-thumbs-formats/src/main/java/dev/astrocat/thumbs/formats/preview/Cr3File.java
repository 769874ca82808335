package dev.astrocat.thumbs.formats.preview;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.formats.tiff.Tag;
import dev.astrocat.thumbs.formats.tiff.TiffBytes;
import dev.astrocat.thumbs.formats.tiff.TiffDirectory;
import dev.astrocat.thumbs.formats.tiff.TiffFile;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Canon's CR3: an ISO base media file with a thumbnail and a preview in boxes of Canon's own, and a
 * JPEG of full size as the sample of a track. One thread at a time.
 */
final class Cr3File {

  private static final int MAX_BOXES = 1024;
  private static final int MAX_DEPTH = 8;
  private static final int UUID_BYTES = 16;

  /** Bytes behind the UUID of the preview's box, before the box inside. */
  private static final int PREVIEW_COUNTS_BYTES = 8;

  private static final long CANON = 0x85C0B687820F11E0L;
  private static final long PREVIEW = 0xEAF42B5E1C984B88L;

  /** Sizes of both versions of the boxes stand before the JPEG; it starts within so many bytes. */
  private static final int LONGEST_PREFIX = 64;

  private static final int LONGEST_SAMPLE_ENTRY = 256;

  private final TiffBytes bytes;
  private final RawContents contents;
  private int boxesLeft = MAX_BOXES;
  private boolean trackHoldsJpeg;
  private long sampleOffset;
  private long sampleBytes;

  private Cr3File(TiffBytes bytes, RawContents contents) {
    this.bytes = bytes;
    this.contents = contents;
  }

  static void find(SourceBytes source, RawContents contents) throws IOException {
    new Cr3File(TiffBytes.of(source), contents).boxes(0, source.size(), 0);
  }

  private void boxes(long start, long limit, int depth) throws IOException {
    long at = start;
    while (at < limit && boxesLeft-- > 0 && depth < MAX_DEPTH) {
      BmffBox box = BmffBox.at(bytes, at, limit).orElse(new BmffBox("", at, limit));
      try {
        box(box, Math.min(box.end(), limit), depth);
      } catch (DecodeException e) {
        contents.damaged(e);
      }
      at = box.end();
    }
  }

  private void box(BmffBox box, long limit, int depth) throws IOException {
    switch (box.type()) {
      case "moov", "mdia", "minf", "stbl" -> boxes(box.content(), limit, depth + 1);
      case "trak" -> track(box, limit, depth);
      case "uuid" -> makersBox(box, limit, depth);
      case "CMT1" -> camera(box);
      case "THMB", "PRVW" -> preview(box);
      case "stsd" -> trackHoldsJpeg = holdsJpeg(box);
      case "stsz" -> sampleBytes = sampleBytes(box);
      case "co64" -> sampleOffset = numbers(box, 16).getLong(8);
      case "stco" -> sampleOffset = numbers(box, 12).getInt(8) & 0xFFFFFFFFL;
      default -> {} // of no concern to a preview
    }
  }

  private void track(BmffBox box, long limit, int depth) throws IOException {
    trackHoldsJpeg = false;
    sampleOffset = 0;
    sampleBytes = 0;
    boxes(box.content(), limit, depth + 1);
    if (trackHoldsJpeg) {
      contents.preview(sampleOffset, sampleBytes);
    }
  }

  private void makersBox(BmffBox box, long limit, int depth) throws IOException {
    long maker = numbers(box, UUID_BYTES).getLong(0);
    long inside = box.content() + UUID_BYTES;
    if (maker == CANON) {
      boxes(inside, limit, depth + 1);
    } else if (maker == PREVIEW) {
      boxes(inside + PREVIEW_COUNTS_BYTES, limit, depth + 1);
    }
  }

  /** IFD0 as a TIFF of its own. */
  private void camera(BmffBox box) throws IOException {
    TiffFile tiff = TiffFile.open(bytes.from(box.content()));
    for (TiffDirectory directory : tiff.chain(1)) {
      TiffPreviews.camera(directory, contents);
      contents.sensor(directory.first(Tag.IMAGE_WIDTH, 0), directory.first(Tag.IMAGE_LENGTH, 0));
    }
  }

  private void preview(BmffBox box) throws IOException {
    ByteBuffer start = bytes.at(box.content(), LONGEST_PREFIX);
    for (int i = 0; i + 2 < start.remaining(); i++) {
      if (start.getShort(i) == (short) 0xFFD8 && start.get(i + 2) == (byte) 0xFF) {
        contents.preview(box.content() + i, box.end() - box.content() - i);
        return;
      }
    }
  }

  /** Canon's sample entry CRAW holds a box JPEG, or one that describes the sensor's data. */
  private boolean holdsJpeg(BmffBox box) throws IOException {
    long length = Math.min(LONGEST_SAMPLE_ENTRY, box.end() - box.content());
    ByteBuffer entry = bytes.at(box.content(), (int) length);
    byte[] letters = new byte[entry.remaining()];
    entry.get(letters);
    String text = new String(letters, StandardCharsets.ISO_8859_1);
    return text.contains("CRAW") && text.contains("JPEG");
  }

  /** Size of the first sample: that of all, or, where it is 0, the first of a list. */
  private long sampleBytes(BmffBox box) throws IOException {
    long ofAll = numbers(box, 12).getInt(4) & 0xFFFFFFFFL;
    return ofAll != 0 ? ofAll : numbers(box, 16).getInt(12) & 0xFFFFFFFFL;
  }

  private ByteBuffer numbers(BmffBox box, int length) throws IOException {
    ByteBuffer found = bytes.at(box.content(), length);
    if (found.remaining() < length || length > box.end() - box.content()) {
      throw DecodeException.truncated("CR3: box " + box.type() + " ends early");
    }
    return found;
  }
}
