package dev.astrocat.thumbs.formats.raw.libraw;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.CharPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.annotation.Cast;
import org.bytedeco.javacpp.annotation.Name;
import org.bytedeco.javacpp.annotation.Namespace;
import org.bytedeco.javacpp.annotation.Platform;
import org.bytedeco.javacpp.annotation.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The JavaCPP preset: one RAW file in LibRaw's hands. {@code src/main/cpp/raw_file.h} says what
 * each function does. One thread at a time. Lives until {@link #destroy}, as no garbage collector
 * knows of it.
 */
@Properties(value = @Platform(include = "raw_file.h", link = "raw_r", library = "jniAstrocatRaw"))
@Namespace("astrocat")
final class RawFile extends Pointer {

  static {
    Loader.load();
  }

  /** Made by JavaCPP for what {@link #create} returns. */
  @SuppressWarnings("unused")
  private RawFile(Pointer address) {
    super(address);
  }

  static native @Nullable RawFile create(int megabytes);

  static native void destroy(RawFile file);

  @Name("library_version")
  static native String libraryVersion();

  @Name("library_release")
  static native int libraryRelease();

  @Name("header_release")
  static native int headerRelease();

  static native String message(int code);

  native int open(@Cast("const void*") ByteBuffer bytes, @Cast("long long") long size);

  native int decode();

  native int damage();

  native int develop();

  native String make();

  native String model();

  native int flip();

  @Name("pixel_aspect")
  native double pixelAspect();

  @Name("image_count")
  native int imageCount();

  @Name("raw_width")
  native int rawWidth();

  @Name("raw_height")
  native int rawHeight();

  native int width();

  native int height();

  @Name("left_margin")
  native int leftMargin();

  @Name("top_margin")
  native int topMargin();

  native int colors();

  native int filters();

  @Name("filter_color")
  native int filterColor(int row, int column);

  native @Cast("const unsigned short*") @Nullable CharPointer mosaic();

  @Name("mosaic_pitch")
  native int mosaicPitch();

  native int black(int color);

  @Name("black_pattern_rows")
  native int blackPatternRows();

  @Name("black_pattern_columns")
  native int blackPatternColumns();

  @Name("black_pattern")
  native int blackPattern(int index);

  native int white();

  @Name("adjusts_white")
  native @Cast("bool") boolean adjustsWhite();

  @Name("knows_balance")
  native @Cast("bool") boolean knowsBalance();

  native float balance(int color);

  native float srgb(int output, int color);

  native @Cast("const unsigned short*") @Nullable CharPointer picture();
}
