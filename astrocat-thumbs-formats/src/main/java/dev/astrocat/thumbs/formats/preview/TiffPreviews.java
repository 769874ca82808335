package dev.astrocat.thumbs.formats.preview;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.formats.tiff.Tag;
import dev.astrocat.thumbs.formats.tiff.TiffBytes;
import dev.astrocat.thumbs.formats.tiff.TiffDirectory;
import dev.astrocat.thumbs.formats.tiff.TiffFile;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

/**
 * Previews in the directories of a TIFF: the main chain, the SubIFDs below it (TIFF/EP, DNG), and
 * maker notes. One thread at a time.
 */
final class TiffPreviews {

  private static final int MAX_DIRECTORIES = 64;
  private static final int MAX_SUB_DIRECTORIES = 16;
  private static final int MAX_TEXT = 256;
  private static final int OLD_JPEG = 6;
  private static final int JPEG = 7;
  private static final int CFA = 32803;
  private static final int LINEAR_RAW = 34892;

  /** Panasonic's tag for a whole JPEG file, EXIF and all. */
  private static final int JPG_FROM_RAW = 0x002E;

  private final TiffFile file;
  private final TiffBytes bytes;
  private final long base;
  private final RawContents contents;
  private final Queue<TiffDirectory> waiting = new ArrayDeque<>();
  private final Set<Long> seen = new HashSet<>();

  private TiffPreviews(TiffFile file, TiffBytes bytes, long base, RawContents contents) {
    this.file = file;
    this.bytes = bytes;
    this.base = base;
    this.contents = contents;
  }

  /**
   * Walks all directories.
   *
   * @param bytes of the TIFF, whose offsets count from {@code base} of the source
   * @throws DecodeException if not even the first directory can be read
   */
  static void find(TiffFile file, TiffBytes bytes, long base, RawContents contents)
      throws IOException {
    new TiffPreviews(file, bytes, base, contents).walk();
  }

  private void walk() throws IOException {
    for (TiffDirectory directory : file.chain(MAX_DIRECTORIES)) {
      add(directory);
    }
    while (!waiting.isEmpty()) {
      TiffDirectory directory = waiting.remove();
      attempt(() -> camera(directory, contents));
      attempt(() -> jpegFile(directory));
      attempt(() -> jpegStrip(directory));
      attempt(() -> panasonicFile(directory));
      attempt(() -> sensor(directory));
      attempt(() -> subDirectories(directory));
      attempt(() -> makerNote(directory));
    }
  }

  private void add(TiffDirectory directory) {
    if (seen.size() < MAX_DIRECTORIES && seen.add(directory.offset())) {
      waiting.add(directory);
    }
  }

  /** One structure of a directory. */
  @FunctionalInterface
  private interface Part {
    void read() throws IOException;
  }

  private void attempt(Part part) throws IOException {
    try {
      part.read();
    } catch (DecodeException e) {
      contents.damaged(e);
    }
  }

  /** What a main directory says of the camera and how it was held. */
  static void camera(TiffDirectory directory, RawContents contents) throws IOException {
    contents.camera(directory.text(Tag.MAKE, MAX_TEXT), directory.text(Tag.MODEL, MAX_TEXT));
    contents.orientation(directory.first(Tag.ORIENTATION, 0));
  }

  /** TIFF 6.0 section 22, as EXIF and most makers use it. */
  private void jpegFile(TiffDirectory directory) throws IOException {
    long offset = directory.first(Tag.JPEG_INTERCHANGE_FORMAT, 0);
    long length = directory.first(Tag.JPEG_INTERCHANGE_FORMAT_LENGTH, 0);
    contents.preview(base + offset, offset == 0 ? 0 : length);
  }

  /** A picture in one strip or tile: Canon's, and those of DNG (DNG 1.7 chapter 2, previews). */
  private void jpegStrip(TiffDirectory directory) throws IOException {
    long compression = directory.first(Tag.COMPRESSION, 1);
    boolean tiled = directory.has(Tag.TILE_OFFSETS);
    int offsets = tiled ? Tag.TILE_OFFSETS : Tag.STRIP_OFFSETS;
    boolean jpeg = compression == OLD_JPEG || compression == JPEG;
    if (jpeg && directory.count(offsets) == 1 && !isSensorData(directory)) {
      long offset = directory.first(offsets, 0);
      long length = directory.first(tiled ? Tag.TILE_BYTE_COUNTS : Tag.STRIP_BYTE_COUNTS, 0);
      contents.preview(base + offset, offset == 0 ? 0 : length);
    }
  }

  private void panasonicFile(TiffDirectory directory) {
    directory
        .position(JPG_FROM_RAW)
        .ifPresent(at -> contents.preview(base + at, directory.count(JPG_FROM_RAW)));
  }

  private void sensor(TiffDirectory directory) throws IOException {
    boolean fullSize = directory.first(Tag.NEW_SUBFILE_TYPE, 1) == 0;
    if (fullSize || isSensorData(directory)) {
      contents.sensor(directory.first(Tag.IMAGE_WIDTH, 0), directory.first(Tag.IMAGE_LENGTH, 0));
    }
  }

  private static boolean isSensorData(TiffDirectory directory) throws IOException {
    long photometric = directory.first(Tag.PHOTOMETRIC, 0);
    return photometric == CFA || photometric == LINEAR_RAW;
  }

  private void subDirectories(TiffDirectory directory) throws IOException {
    for (long offset : directory.integers(Tag.SUB_IFDS, MAX_SUB_DIRECTORIES)) {
      attempt(() -> add(file.directory(offset)));
    }
  }

  private void makerNote(TiffDirectory directory) throws IOException {
    long exif = directory.first(Tag.EXIF_IFD, 0);
    if (exif != 0 && seen.size() < MAX_DIRECTORIES && seen.add(exif)) {
      MakerNote.find(file.directory(exif), file.order(), bytes, base, contents);
    }
  }
}
