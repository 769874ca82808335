package dev.astrocat.thumbs.formats;

import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.formats.fits.FitsDecoder;
import dev.astrocat.thumbs.formats.png.PngDecoder;
import dev.astrocat.thumbs.formats.standard.BmpDecoder;
import dev.astrocat.thumbs.formats.standard.GifDecoder;
import dev.astrocat.thumbs.formats.standard.JpegDecoder;
import dev.astrocat.thumbs.formats.tiff.TiffDecoder;
import dev.astrocat.thumbs.testing.FitsFixture;
import dev.astrocat.thumbs.testing.FormatDecoderContract;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;

/**
 * Decoders keep the contract; those of XISF, WebP, RAW and previews do so beside their fixtures.
 */
class DecoderContractsTest {

  private static final byte[] FITS =
      FitsFixture.file(FitsFixture.image(16, 17, 11), FitsFixture.image(-32, 5, 4, 3));

  private static byte[] written(String format) {
    BufferedImage image = new BufferedImage(17, 11, BufferedImage.TYPE_3BYTE_BGR);
    Random random = new Random(5);
    for (int i = 0; i < 17 * 11; i++) {
      image.setRGB(i % 17, i / 17, random.nextInt());
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  @Nested
  class FitsContractTest extends FormatDecoderContract {

    private final byte[] file = FITS;

    @Override
    protected FormatDecoder decoder() {
      return new FitsDecoder();
    }

    @Override
    protected byte[] file() {
      return file;
    }
  }

  @Nested
  class PngContractTest extends FormatDecoderContract {

    private final byte[] file = written("png");

    @Override
    protected FormatDecoder decoder() {
      return new PngDecoder();
    }

    @Override
    protected byte[] file() {
      return file;
    }
  }

  @Nested
  class TiffContractTest extends FormatDecoderContract {

    private final byte[] file = written("tiff");

    @Override
    protected FormatDecoder decoder() {
      return new TiffDecoder();
    }

    @Override
    protected byte[] file() {
      return file;
    }
  }

  @Nested
  class JpegContractTest extends FormatDecoderContract {

    private final byte[] file = written("jpeg");

    @Override
    protected FormatDecoder decoder() {
      return new JpegDecoder();
    }

    @Override
    protected byte[] file() {
      return file;
    }
  }

  @Nested
  class GifContractTest extends FormatDecoderContract {

    private final byte[] file = written("gif");

    @Override
    protected FormatDecoder decoder() {
      return new GifDecoder();
    }

    @Override
    protected byte[] file() {
      return file;
    }
  }

  @Nested
  class BmpContractTest extends FormatDecoderContract {

    private final byte[] file = written("bmp");

    @Override
    protected FormatDecoder decoder() {
      return new BmpDecoder();
    }

    @Override
    protected byte[] file() {
      return file;
    }
  }
}
