import org.jspecify.annotations.NullMarked;

/** Decoders for FITS and ordinary images; exports nothing, found by ServiceLoader. */
@NullMarked
module dev.astrocat.thumbs.formats {
  requires dev.astrocat.thumbs.core;
  requires java.desktop;
  requires org.slf4j;
  requires static org.jspecify;
}
