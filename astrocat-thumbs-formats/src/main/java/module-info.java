import org.jspecify.annotations.NullMarked;

/**
 * Decoders and the WebP encoder, found by ServiceLoader; exported is what an application may set up
 * by hand.
 */
@NullMarked
module dev.astrocat.thumbs.formats {
  exports dev.astrocat.thumbs.formats.raw;
  exports dev.astrocat.thumbs.formats.webp;

  requires com.twelvemonkeys.imageio.jpeg;
  requires com.twelvemonkeys.imageio.tiff;
  requires com.twelvemonkeys.imageio.webp;
  requires dev.astrocat.thumbs.core;
  requires java.desktop;
  requires java.xml;
  requires nom.tam.fits;
  requires org.lz4.java;
  requires org.slf4j;
  requires static com.github.luben.zstd_jni;
  requires static org.bytedeco.javacpp;
  requires static org.jspecify;
  requires static webp.imageio;

  provides dev.astrocat.thumbs.decode.FormatDecoder with
      dev.astrocat.thumbs.formats.fits.FitsDecoder,
      dev.astrocat.thumbs.formats.png.PngDecoder,
      dev.astrocat.thumbs.formats.preview.EmbeddedPreviewDecoder,
      dev.astrocat.thumbs.formats.raw.RawDecoder,
      dev.astrocat.thumbs.formats.standard.BmpDecoder,
      dev.astrocat.thumbs.formats.standard.GifDecoder,
      dev.astrocat.thumbs.formats.standard.JpegDecoder,
      dev.astrocat.thumbs.formats.standard.WebpDecoder,
      dev.astrocat.thumbs.formats.tiff.TiffDecoder,
      dev.astrocat.thumbs.formats.unsupported.UnsupportedDecoder,
      dev.astrocat.thumbs.formats.xisf.XisfDecoder,
      dev.astrocat.thumbs.formats.xisf.XisfThumbnailDecoder;
  provides dev.astrocat.thumbs.encode.ThumbnailEncoder with
      dev.astrocat.thumbs.formats.webp.WebpEncoder;
}
