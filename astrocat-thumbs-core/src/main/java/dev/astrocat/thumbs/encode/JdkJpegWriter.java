package dev.astrocat.thumbs.encode;

import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;

/**
 * The JDK's own JPEG writer. A host may have registered others for the same format, which know
 * other metadata; so it is looked up by its class.
 */
final class JdkJpegWriter {

  private JdkJpegWriter() {}

  static ImageWriter create() throws IOException {
    Iterator<ImageWriterSpi> writers =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageWriterSpi.class, false);
    while (writers.hasNext()) {
      ImageWriterSpi writer = writers.next();
      if (writer.getClass().getName().equals("com.sun.imageio.plugins.jpeg.JPEGImageWriterSpi")) {
        return writer.createWriterInstance();
      }
    }
    throw new IOException("this Java runtime has no JPEG writer");
  }
}
