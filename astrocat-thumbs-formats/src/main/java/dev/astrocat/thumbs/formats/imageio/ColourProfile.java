package dev.astrocat.thumbs.formats.imageio;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/**
 * A way from the RGB of an embedded ICC profile to sRGB. There is none for grey and CMYK profiles,
 * for broken ones, and for those that are sRGB already. Thread-safe.
 */
public final class ColourProfile {

  /** Largest profile that is looked at, in bytes; real ones have up to about 4 MB. */
  public static final int MAX_BYTES = 16 << 20;

  private static final int MIN_BYTES = 128; // header of an ICC profile (ICC.1 section 7.2)
  private static final int PROBE_STEPS = 6;
  private static final int SAME_LEVELS = 2;

  private final ColorConvertOp toSrgb;

  private ColourProfile(ColorConvertOp toSrgb) {
    this.toSrgb = toSrgb;
  }

  /**
   * The conversion that an embedded profile asks for; empty where pixels should stay as they are.
   */
  public static Optional<ColourProfile> of(byte[] profile) {
    if (profile.length <= MIN_BYTES) {
      return Optional.empty();
    }
    try {
      ICC_Profile icc = ICC_Profile.getInstance(profile);
      if (icc.getColorSpaceType() != ColorSpace.TYPE_RGB) {
        return Optional.empty();
      }
      ColourProfile converter =
          new ColourProfile(
              new ColorConvertOp(
                  new ICC_ColorSpace(icc), ColorSpace.getInstance(ColorSpace.CS_sRGB), null));
      return converter.changesColours() ? Optional.of(converter) : Optional.empty();
    } catch (IllegalArgumentException | CMMException e) {
      // A broken profile says nothing about the pixels, which are sound.
      return Optional.empty();
    }
  }

  /** Converts rows of interleaved RGB, 8 or 16 bits, into another raster of the same kind. */
  void convert(Raster from, WritableRaster to) {
    toSrgb.filter(from, to);
  }

  private boolean changesColours() {
    int side = PROBE_STEPS;
    WritableRaster probe =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, side * side, side, 3, null);
    for (int i = 0; i < side * side * side; i++) {
      int[] rgb = {i % side, i / side % side, i / side / side};
      for (int c = 0; c < 3; c++) {
        probe.setSample(i % (side * side), i / (side * side), c, rgb[c] * 255 / (side - 1));
      }
    }
    WritableRaster converted = probe.createCompatibleWritableRaster();
    convert(probe, converted);
    int[] before = probe.getPixels(0, 0, side * side, side, (int[]) null);
    int[] after = converted.getPixels(0, 0, side * side, side, (int[]) null);
    int largest = 0;
    for (int i = 0; i < before.length; i++) {
      largest = Math.max(largest, Math.abs(before[i] - after[i]));
    }
    return largest > SAME_LEVELS;
  }
}
