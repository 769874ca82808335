package dev.astrocat.thumbs.formats.jpeg;

import java.awt.color.ColorSpace;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/**
 * Chooses in which colours a JPEG is read. Left alone, the readers convert every row through the
 * embedded profile, in a slow way and even where it is sRGB; asking for the file's own colour space
 * leaves the values as they are.
 */
final class JpegColours {

  private JpegColours() {}

  static ImageReadParam withoutProfile(ImageReader reader, JpegHeaders headers) throws IOException {
    ImageReadParam param = reader.getDefaultReadParam();
    if (headers.components() != 3 || headers.profile().isEmpty()) {
      return param;
    }
    Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
    while (types.hasNext()) {
      ImageTypeSpecifier type = types.next();
      ColorSpace space = type.getColorModel().getColorSpace();
      if (space.getType() == ColorSpace.TYPE_RGB && !space.isCS_sRGB()) {
        param.setDestinationType(type);
      }
    }
    return param;
  }
}
