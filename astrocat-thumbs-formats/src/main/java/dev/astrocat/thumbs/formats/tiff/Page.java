package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.ImageSelection;
import java.io.IOException;
import java.util.List;

/**
 * One page of a TIFF file.
 *
 * @param directory its tags
 * @param index its place in the chain, from 0
 */
record Page(TiffDirectory directory, int index) {

  private static final int REDUCED = 1; // bits of NewSubfileType (TIFF 6.0 section 8)
  private static final int MASK = 4;
  private static final int OLD_REDUCED = 2; // value of SubfileType

  /** The page that is wanted; else the first that is neither reduced nor a mask; else the first. */
  static Page select(TiffFile file, ImageSelection selection) throws IOException {
    if (selection.image().isPresent()) {
      int wanted = selection.image().getAsInt();
      List<TiffDirectory> chain = file.chain(wanted + 1);
      if (chain.size() <= wanted) {
        throw DecodeException.noImage(
            "there is no page " + wanted + ", the TIFF has " + chain.size() + ", counted from 0");
      }
      return new Page(chain.get(wanted), wanted);
    }
    List<TiffDirectory> chain = file.chain(TiffFile.MAX_DIRECTORIES);
    if (chain.isEmpty()) {
      throw DecodeException.noImage("TIFF: no directory");
    }
    for (int i = 0; i < chain.size(); i++) {
      if (isFullSize(chain.get(i))) {
        return new Page(chain.get(i), i);
      }
    }
    return new Page(chain.get(0), 0);
  }

  private static boolean isFullSize(TiffDirectory page) throws IOException {
    return page.has(Tag.IMAGE_WIDTH)
        && (page.first(Tag.NEW_SUBFILE_TYPE, 0) & (REDUCED | MASK)) == 0
        && page.first(Tag.SUBFILE_TYPE, 1) != OLD_REDUCED;
  }
}
