package dev.astrocat.thumbs.formats.fits;

import dev.astrocat.thumbs.decode.CfaPattern;
import dev.astrocat.thumbs.decode.Evidence;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.RowOrder;
import dev.astrocat.thumbs.decode.Scaling;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What header keywords say about a frame beyond the shape of its array; other formats carry the
 * same keywords.
 */
public final class FrameKeywords {

  private static final Set<String> BAYER_PATTERNS = Set.of("RGGB", "BGGR", "GBRG", "GRBG");
  private static final int XTRANS_LETTERS = 36;
  private static final List<String> CFA_KEYWORDS =
      List.of("BAYERPAT", "CFA-PAT", "CFAPAT", "CFA-PATT", "COLORTYP");

  private static final List<String> EVIDENCE =
      List.of(
          "IMAGETYP",
          "IMAGETYPE",
          "IMGTYPE",
          "IMGTYP",
          "FRAMETYP",
          "FRAME",
          "PICTTYPE",
          "HIERARCH ESO PRO CATG",
          "HIERARCH ESO DPR TYPE",
          "HIERARCH ESO DPR CATG",
          "OBSTYPE",
          "OBS-TYPE",
          "EXPTYPE",
          "OBSMODE",
          "STACKCNT",
          "NCOMBINE",
          "NIMAGES",
          "NFRAMES",
          "SNAPSHOT",
          "NSTACK",
          "LIGH_CNT",
          "NDRIZIM",
          "COMBINET",
          "IMCMB002",
          "INTEGRAT",
          "LIVETIME",
          "CALSTAT",
          "OBJECT",
          "FILTER",
          "EXPTIME",
          "EXPOSURE",
          "DATE-OBS",
          "INSTRUME",
          "TELESCOP",
          "GAIN",
          "EGAIN",
          "OFFSET",
          "XBINNING",
          "YBINNING",
          "CCD-TEMP",
          "SET-TEMP",
          "FOCALLEN",
          "SWCREATE",
          "CREATOR",
          "PROGRAM",
          "SOFTWARE",
          "CTYPE1",
          "CTYPE2",
          "CRVAL1",
          "CRVAL2",
          "CD1_1",
          "CD1_2",
          "CDELT1",
          "PC1_1",
          "PC001001");

  /** Lines of a HISTORY that may tell of combining or stretching; there can be thousands. */
  private static final Pattern TELLING =
      Pattern.compile(
          "integrat|stack|combin|calibrat|regist|align|stretch|histogram|hyperbolic|ghs|asinh"
              + "|curves|development|debayer|demosaic|averaged|summed",
          Pattern.CASE_INSENSITIVE);

  private static final int MOST_HISTORY = 100;

  private FrameKeywords() {}

  /** Physical value = BZERO + BSCALE * stored (FITS 4.0 section 4.4.2.5). */
  static Scaling scaling(Header own) {
    return new Scaling(own.real("BSCALE").orElse(1), own.real("BZERO").orElse(0));
  }

  /** Adds row order and evidence, and for a single plane the colour filters. */
  static ImageInfo describe(ImageInfo info, Header header, Axes axes) {
    RowOrder rows = rowOrder(header);
    ImageInfo described = info.withRowOrder(rows).withEvidence(evidence(header));
    return axes.isSinglePlane() ? described.withCfa(cfa(header, rows, info.height())) : described;
  }

  static RowOrder rowOrder(Header header) {
    String order =
        header.text("ROWORDER").orElse("").toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    return switch (order) {
      case "TOPDOWN" -> RowOrder.TOP_DOWN;
      case "BOTTOMUP" -> RowOrder.BOTTOM_UP;
      default -> RowOrder.UNSPECIFIED;
    };
  }

  /**
   * The filters from stored row 0 on. The keyword names them from the corner where the sensor
   * starts, its top: with rows stored from the bottom up that is the last stored row.
   */
  public static Optional<CfaPattern> cfa(Header header, RowOrder rows, int height) {
    return CFA_KEYWORDS.stream()
        .flatMap(keyword -> header.text(keyword).stream())
        .flatMap(value -> pattern(value).stream())
        .findFirst()
        .map(pattern -> pattern.shifted(offset(header, "XBAYROFF"), offset(header, "YBAYROFF")))
        .map(pattern -> rows == RowOrder.BOTTOM_UP ? pattern.flippedRows(height) : pattern);
  }

  private static Optional<CfaPattern> pattern(String value) {
    String letters = value.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    if (BAYER_PATTERNS.contains(letters)) {
      return Optional.of(CfaPattern.bayer(letters));
    }
    boolean xTrans =
        letters.length() == XTRANS_LETTERS
            && letters.matches("[RGB]+")
            && letters.indexOf('R') >= 0
            && letters.indexOf('G') >= 0
            && letters.indexOf('B') >= 0;
    return xTrans ? Optional.of(CfaPattern.xTrans(letters)) : Optional.empty();
  }

  /** Patterns repeat after 2 or 6 pixels, so the rest of a division by 6 says all. */
  private static int offset(Header header, String keyword) {
    return (int) (header.integer(keyword).orElse(0) % 6);
  }

  /** What tells the kind of frame: keywords in a fixed order, then lines of the history. */
  public static List<Evidence> evidence(Header header) {
    Stream<Evidence> keywords =
        EVIDENCE.stream()
            .flatMap(
                keyword ->
                    header.text(keyword).map(value -> new Evidence(keyword, value)).stream());
    Stream<Evidence> history = history(header).map(line -> new Evidence("HISTORY", line));
    return Stream.concat(keywords, history).toList();
  }

  /** The first and the last of the telling lines: where it comes from, and what became of it. */
  private static Stream<String> history(Header header) {
    List<String> telling =
        header.history().stream().filter(line -> TELLING.matcher(line).find()).toList();
    int rest = Math.max(0, telling.size() - MOST_HISTORY / 2);
    return Stream.concat(
        telling.stream().limit(MOST_HISTORY / 2),
        telling.stream().skip(Math.max(rest, MOST_HISTORY / 2)));
  }
}
