package dev.astrocat.thumbs.formats.imageio;

import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Optional;

/** A colour image whose rows are converted from its own ICC profile to sRGB as they are read. */
public final class ProfiledPixels implements PixelSource {

  private final PixelSource image;
  private final ColourProfile profile;
  private final ImageInfo info;

  private ProfiledPixels(PixelSource image, ColourProfile profile) {
    this.image = image;
    this.profile = profile;
    this.info = image.info().withDecision("colour", "srgb", "embedded ICC profile");
  }

  /** The image, converted if it is RGB of 8 or 16 bits and its profile asks for that. */
  public static PixelSource of(PixelSource image, Optional<byte[]> profile) {
    SampleType type = image.info().type();
    if (image.info().channels() != 3 || (type != SampleType.U8 && type != SampleType.U16)) {
      return image;
    }
    return profile
        .flatMap(ColourProfile::of)
        .<PixelSource>map(found -> new ProfiledPixels(image, found))
        .orElse(image);
  }

  @Override
  public ImageInfo info() {
    return info;
  }

  @Override
  public void readRows(int firstRow, int rowCount, RowBand band) throws IOException {
    image.readRows(firstRow, rowCount, band);
    boolean bytes = info.type() == SampleType.U8;
    WritableRaster pixels =
        Raster.createInterleavedRaster(
            bytes ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT, info.width(), rowCount, 3, null);
    if (bytes) {
      convertBytes(band, pixels, ((DataBufferByte) pixels.getDataBuffer()).getData());
    } else {
      convertShorts(band, pixels, ((DataBufferUShort) pixels.getDataBuffer()).getData());
    }
  }

  private void convertBytes(RowBand band, WritableRaster raster, byte[] pixels) {
    for (int c = 0; c < 3; c++) {
      byte[] plane = band.bytes(c);
      for (int i = 0, at = c; at < pixels.length; i++, at += 3) {
        pixels[at] = plane[i];
      }
    }
    profile.convert(raster, raster);
    for (int c = 0; c < 3; c++) {
      byte[] plane = band.bytes(c);
      for (int i = 0, at = c; at < pixels.length; i++, at += 3) {
        plane[i] = pixels[at];
      }
    }
  }

  private void convertShorts(RowBand band, WritableRaster raster, short[] pixels) {
    for (int c = 0; c < 3; c++) {
      short[] plane = band.shorts(c);
      for (int i = 0, at = c; at < pixels.length; i++, at += 3) {
        pixels[at] = plane[i];
      }
    }
    profile.convert(raster, raster);
    for (int c = 0; c < 3; c++) {
      short[] plane = band.shorts(c);
      for (int i = 0, at = c; at < pixels.length; i++, at += 3) {
        plane[i] = pixels[at];
      }
    }
  }

  @Override
  public void close() throws IOException {
    image.close();
  }
}
