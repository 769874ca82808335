import org.jspecify.annotations.NullMarked;

/** Decoders for FITS and ordinary images; exports nothing, found by ServiceLoader. */
@NullMarked
module dev.astrocat.thumbs.formats {
  requires dev.astrocat.thumbs.core;
  requires java.desktop;
  requires java.logging;
  requires nom.tam.fits;
  requires org.slf4j;
  requires static org.jspecify;

  provides dev.astrocat.thumbs.decode.FormatDecoder with
      dev.astrocat.thumbs.formats.fits.FitsDecoder;
}
