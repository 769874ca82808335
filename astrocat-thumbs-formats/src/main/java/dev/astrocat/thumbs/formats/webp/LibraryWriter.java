package dev.astrocat.thumbs.formats.webp;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import dev.astrocat.thumbs.encode.Picture;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The library's writer, used by its class and never through ImageIO's registry. The only class that
 * knows the library, so that all others load without it. Thread-safe.
 */
final class LibraryWriter {

  private static final int[] COLOUR_BANKS = {0, 1, 2};
  private static final int[] GREY_BANKS = {
    0, 0, 0
  }; // the writer wants three, and tells grey itself

  private LibraryWriter() {}

  /** Loads the native code; a {@link LinkageError} says that it cannot be had. */
  static void prepare() {
    parameters(new Compression.Lossless());
  }

  static byte[] write(Picture picture, Compression compression) throws IOException {
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(picture.width() * picture.height() / 8 + 64);
    ImageWriter writer = new WebPImageWriterSpi().createWriterInstance();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(image(picture), null, null), parameters(compression));
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static ImageWriteParam parameters(Compression compression) {
    WebPWriteParam parameters = new WebPWriteParam(Locale.ROOT);
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    if (compression instanceof Compression.Lossy lossy) {
      parameters.setCompressionType(CompressionType.Lossy);
      parameters.setCompressionQuality(lossy.quality() / 100f);
    } else {
      parameters.setCompressionType(CompressionType.Lossless);
    }
    return parameters;
  }

  /** Over the picture's own arrays. */
  private static BufferedImage image(Picture picture) {
    byte[][] planes = picture.planes();
    WritableRaster raster =
        Raster.createBandedRaster(
            new DataBufferByte(planes, planes[0].length),
            picture.width(),
            picture.height(),
            picture.width(),
            picture.channels() == 1 ? GREY_BANKS : COLOUR_BANKS,
            new int[COLOUR_BANKS.length],
            null);
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            ComponentColorModel.OPAQUE,
            DataBuffer.TYPE_BYTE);
    return new BufferedImage(model, raster, false, null);
  }
}
