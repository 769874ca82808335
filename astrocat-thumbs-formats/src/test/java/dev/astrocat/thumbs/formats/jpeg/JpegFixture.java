package dev.astrocat.thumbs.formats.jpeg;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes JPEG files and puts segments and scans into them. */
public final class JpegFixture {

  private static final int SOS = 0xDA;

  private JpegFixture() {}

  /** A picture of one colour, 0xRRGGBB. */
  public static byte[] plain(int width, int height, int colour) throws IOException {
    return written(picture(width, height, colour), ImageWriteParam.MODE_DISABLED);
  }

  /** The same with several scans. */
  public static byte[] progressive(int width, int height, int colour) throws IOException {
    return written(picture(width, height, colour), ImageWriteParam.MODE_DEFAULT);
  }

  /** A picture of one level of grey, in one component. */
  public static byte[] grey(int width, int height, int level) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < width * height; i++) {
      image.getRaster().setSample(i % width, i / width, 0, level);
    }
    return written(image, ImageWriteParam.MODE_DISABLED);
  }

  /** The file with one more segment behind SOI. */
  public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(0xFF);
    out.write(marker);
    out.write((content.length + 2) >> 8);
    out.write(content.length + 2);
    out.writeBytes(content);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /** The file with an EXIF orientation. */
  public static byte[] turned(byte[] jpeg, int orientation) {
    byte[] exif =
        "Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0x\0\0\0\0\0\0"
            .getBytes(StandardCharsets.ISO_8859_1);
    exif[6 + 19] = (byte) orientation;
    return withSegment(jpeg, 0xE1, exif);
  }

  /** The file with its last scan repeated. */
  public static byte[] withScans(byte[] jpeg, int times) {
    int start = jpeg.length;
    do {
      start--;
    } while (jpeg[start] != (byte) 0xFF || jpeg[start + 1] != (byte) SOS);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, start);
    for (int i = 0; i < times; i++) {
      out.write(jpeg, start, jpeg.length - 2 - start);
    }
    out.write(jpeg, jpeg.length - 2, 2);
    return out.toByteArray();
  }

  private static BufferedImage picture(int width, int height, int colour) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, colour);
    }
    return image;
  }

  private static byte[] written(BufferedImage image, int progressiveMode) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setProgressiveMode(progressiveMode);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
