package dev.astrocat.thumbs.formats.fits;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageSelection;
import java.io.IOException;
import java.util.Optional;

/**
 * The HDU that is shown, and why.
 *
 * @param hdu an image
 * @param header its keywords, with those of the primary header that it lacks
 * @param reason in words, for people
 */
record ImageChoice(Hdu hdu, Header header, String reason) {

  /**
   * Chooses the HDU that the caller names, else the first that is an image of its own, else the
   * first companion such as a mask.
   *
   * @throws DecodeException {@code NO_IMAGE}, {@code DATA_TRUNCATED}, {@code DATA_MALFORMED}
   */
  static ImageChoice from(FitsInput input, DecodeContext context) throws IOException {
    ImageSelection selection = context.selection();
    HduReader hdus = new HduReader(input);
    Hdu primary = hdus.next().orElseThrow();
    Optional<Hdu> companion = Optional.empty();
    Optional<Hdu> next = Optional.of(primary);
    for (; next.isPresent(); next = hdus.next()) {
      context.checkpoint();
      Hdu hdu = next.get();
      if (selection.isExplicit()) {
        if (selection.matches(hdu.index(), hdu.header().text("EXTNAME").orElse(""))) {
          return wanted(hdu, primary);
        }
      } else if (hdu.isImage()) {
        if (!hdu.isCompanion()) {
          return chosen(hdu, primary, "the first image of its own");
        }
        companion = companion.or(() -> Optional.of(hdu));
      } else {
        hdu.requireData(input);
      }
    }
    return companion
        .map(hdu -> chosen(hdu, primary, "the only images are companions of another"))
        .orElseThrow(() -> nothing(selection));
  }

  private static ImageChoice wanted(Hdu hdu, Hdu primary) {
    if (!hdu.isImage()) {
      throw DecodeException.noImage("FITS: " + hdu + " is not an image");
    }
    return chosen(hdu, primary, "asked for");
  }

  private static ImageChoice chosen(Hdu hdu, Hdu primary, String reason) {
    boolean inherits = hdu.index() > 0 && !"F".equals(hdu.header().text("INHERIT").orElse("T"));
    Header header = inherits ? hdu.header().inheriting(primary.header()) : hdu.header();
    return new ImageChoice(hdu, header, reason);
  }

  private static DecodeException nothing(ImageSelection selection) {
    return DecodeException.noImage(
        selection.isExplicit()
            ? "FITS: there is no HDU " + selection.words()
            : "FITS: no HDU holds an image, only headers, tables or random groups");
  }
}
