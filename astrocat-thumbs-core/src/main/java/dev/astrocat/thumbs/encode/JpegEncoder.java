package dev.astrocat.thumbs.encode;

import dev.astrocat.thumbs.OutputFormat;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Baseline JPEG of quality 85: YCbCr with halved chroma for colour, one component for grey. The
 * quantisation tables are libjpeg's to the number, so a picture decodes to the same pixels as that
 * of any program that writes quality 85 with libjpeg. Thread-safe.
 */
public final class JpegEncoder implements ThumbnailEncoder {

  /** Used by {@link java.util.ServiceLoader}. */
  public JpegEncoder() {}

  @Override
  public OutputFormat format() {
    return OutputFormat.JPEG;
  }

  @Override
  public byte[] encode(Picture picture) throws IOException {
    BufferedImage image = image(picture);
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(image.getWidth() * image.getHeight() / 4);
    ImageWriter writer = JdkJpegWriter.create();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
      QuantisationTables.putInto(metadata);
      writer.write(null, new IIOImage(image, null, metadata), null);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  @Override
  public byte[] withNote(byte[] encoded, byte[] note) {
    return JpegComment.insert(encoded, note);
  }

  @Override
  public Optional<NoteSpan> findNote(byte[] encoded) {
    return JpegComment.find(encoded);
  }

  private static BufferedImage image(Picture picture) {
    int channels = picture.channels();
    byte[] samples = channels == 1 ? picture.planes()[0] : Interleaving.of(picture);
    int[] offsets = channels == 1 ? new int[] {0} : new int[] {0, 1, 2};
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(samples, samples.length),
            picture.width(),
            picture.height(),
            picture.width() * channels,
            channels,
            offsets,
            null);
    int space = channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(space),
            false,
            false,
            ComponentColorModel.OPAQUE,
            DataBuffer.TYPE_BYTE);
    return new BufferedImage(model, raster, false, null);
  }
}
