package dev.astrocat.thumbs.formats.imageio;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ServiceRegistry;

/**
 * The ImageIO readers that may run on a user's files, each asked for by name: what other plug-ins a
 * host has, and in which order, makes no difference.
 */
public enum LibraryReader {
  /** The JDK's JPEG reader: fastest for 8-bit grey and YCbCr. */
  JDK_JPEG("com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi"),
  /** The JDK's GIF reader. */
  JDK_GIF("com.sun.imageio.plugins.gif.GIFImageReaderSpi"),
  /** TwelveMonkeys' JPEG reader: CMYK, lossless, and files with odd segments. */
  ODD_JPEG(JPEGImageReaderSpi.class.getName()),
  /** TwelveMonkeys' TIFF reader. */
  TIFF(TIFFImageReaderSpi.class.getName()),
  /** TwelveMonkeys' WebP reader. */
  WEBP(WebPImageReaderSpi.class.getName());

  private final String provider;

  LibraryReader(String provider) {
    this.provider = provider;
  }

  /** A new reader that tells the stream of its progress; the caller disposes of it. */
  public ImageReader create(SourceImageInputStream in) throws IOException {
    ImageReader reader = Registry.INSTANCE.provider(provider).createReaderInstance();
    reader.addIIOReadProgressListener(new RowsArriving(in));
    return reader;
  }

  /** Our own registry: JDK readers taken out of the global one by class, and three plug-ins. */
  private static final class Registry {

    static final Registry INSTANCE = new Registry();

    private final ServiceRegistry readers =
        new ServiceRegistry(List.<Class<?>>of(ImageReaderSpi.class).iterator());

    private Registry() {
      IIORegistry.getDefaultInstance()
          .getServiceProviders(
              ImageReaderSpi.class,
              spi -> spi.getClass().getName().startsWith("com.sun.imageio.plugins."),
              false)
          .forEachRemaining(spi -> readers.registerServiceProvider(spi, ImageReaderSpi.class));
      readers.registerServiceProvider(new JPEGImageReaderSpi(), ImageReaderSpi.class);
      readers.registerServiceProvider(new TIFFImageReaderSpi(), ImageReaderSpi.class);
      readers.registerServiceProvider(new WebPImageReaderSpi(), ImageReaderSpi.class);
    }

    ImageReaderSpi provider(String className) throws IOException {
      var found =
          readers.getServiceProviders(
              ImageReaderSpi.class, spi -> spi.getClass().getName().equals(className), false);
      if (!found.hasNext()) {
        throw new IOException("this Java runtime has no image reader " + className);
      }
      return found.next();
    }
  }
}
