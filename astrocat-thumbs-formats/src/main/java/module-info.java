import org.jspecify.annotations.NullMarked;

/** Decoders and the WebP encoder, found by ServiceLoader. */
@NullMarked
module dev.astrocat.thumbs.formats {
  requires com.twelvemonkeys.imageio.jpeg;
  requires com.twelvemonkeys.imageio.tiff;
  requires com.twelvemonkeys.imageio.webp;
  requires dev.astrocat.thumbs.core;
  requires java.desktop;
  requires nom.tam.fits;
  requires org.slf4j;
  requires static org.jspecify;
  requires static webp.imageio;

  exports dev.astrocat.thumbs.formats.webp;

  provides dev.astrocat.thumbs.decode.FormatDecoder with
      dev.astrocat.thumbs.formats.fits.FitsDecoder,
      dev.astrocat.thumbs.formats.png.PngDecoder,
      dev.astrocat.thumbs.formats.standard.BmpDecoder,
      dev.astrocat.thumbs.formats.standard.GifDecoder,
      dev.astrocat.thumbs.formats.standard.JpegDecoder,
      dev.astrocat.thumbs.formats.standard.WebpDecoder,
      dev.astrocat.thumbs.formats.tiff.TiffDecoder,
      dev.astrocat.thumbs.formats.unsupported.UnsupportedDecoder;
  provides dev.astrocat.thumbs.encode.ThumbnailEncoder with
      dev.astrocat.thumbs.formats.webp.WebpEncoder;
}
