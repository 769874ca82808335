package dev.astrocat.thumbs.classify;

import dev.astrocat.thumbs.classify.Claim.Stage;
import dev.astrocat.thumbs.decode.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What keywords and properties say, each for itself. */
final class KeywordClaims {

  /** Keywords that name the frame's type, the most telling first. */
  static final List<String> TYPES =
      List.of(
          "IMAGETYPE", // XISF 1.0 section 11.5, attribute imageType
          "IMAGETYP",
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
          "OBSMODE");

  /** Keywords that count exposures. */
  private static final Set<String> COUNTS =
      Set.of(
          "STACKCNT",
          "NCOMBINE",
          "NIMAGES",
          "NFRAMES",
          "SNAPSHOT",
          "NSTACK",
          "LIGH_CNT",
          "NDRIZIM");

  private static final Set<String> PROGRAMS =
      Set.of("SWCREATE", "PROGRAM", "CREATOR", "SOFTWARE", "XISF:CreatorApplication");

  private static final Pattern NUMBER = Pattern.compile("[+]?\\d{1,9}([.]\\d*)?");
  private static final Pattern STACK =
      Pattern.compile(
          ".*master.*|(integrat|stack|combined).*|(super|mean|median|average)(bias|dark|flat|zero|light).*");
  private static final Pattern CALIBRATION = Pattern.compile("[BDFM]{1,8}");
  private static final Pattern STACKERS =
      Pattern.compile(
          "deep ?sky ?stacker|autostakkert|registax|sequator|avistack|planetary ?system");
  private static final Pattern EDITORS =
      Pattern.compile(
          "photoshop|gimp|lightroom|affinity|luminar|capture one|darktable|rawtherapee|topaz"
              + "|paint[.]net|fits ?liberator|photoscape|pixelmator");

  private KeywordClaims() {}

  static Optional<Claim> of(Evidence evidence) {
    String keyword = evidence.keyword();
    if (TYPES.contains(keyword)) {
      return type(keyword, evidence.value());
    }
    if (COUNTS.contains(keyword)) {
      return count(evidence.value());
    }
    if (PROGRAMS.contains(keyword)) {
      return program(evidence.value());
    }
    if (keyword.startsWith("PCL:Signature:")) {
      return Optional.of(Claim.aside("went through " + keyword.substring(14)));
    }
    return switch (keyword) {
      case "CALSTAT" -> calibration(evidence.value());
      case "COMBINET", "IMCMB002", "INTEGRAT" ->
          Optional.of(Claim.of(Stage.STACK, Certainty.STATED, "several frames combined"));
      case "OBJECT" -> object(evidence.value());
      case "HISTORY", "COMMENT" -> HistoryClaims.of(evidence.value());
      default -> Optional.empty();
    };
  }

  private static Optional<Claim> type(String keyword, String value) {
    if (FrameType.isSentence(value)) {
      return Optional.empty();
    }
    Optional<FrameType> type =
        keyword.equals("PICTTYPE") && NUMBER.matcher(value).matches()
            ? numbered((int) Double.parseDouble(value))
            : FrameType.of(value);
    String letters = FrameType.letters(value);
    if (letters.endsWith("map") || letters.contains("rejectionmap")) {
      return Optional.of(Claim.of(Stage.MAP, Certainty.STATED, "by-product of processing"));
    }
    return STACK.matcher(letters).matches()
        ? Optional.of(Claim.master(type, Certainty.STATED))
        : type.map(t -> Claim.of(t, Certainty.STATED));
  }

  /** CCDSoft and TheSkyX: 1 light, 2 bias, 3 dark, 4 flat. */
  private static Optional<FrameType> numbered(int number) {
    return switch (number) {
      case 1 -> Optional.of(FrameType.LIGHT);
      case 2 -> Optional.of(FrameType.BIAS);
      case 3 -> Optional.of(FrameType.DARK);
      case 4 -> Optional.of(FrameType.FLAT);
      default -> Optional.empty();
    };
  }

  private static Optional<Claim> count(String value) {
    if (!NUMBER.matcher(value).matches()) {
      return Optional.empty();
    }
    double count = Double.parseDouble(value);
    if (count > 1) {
      String says = (long) count + " exposures combined";
      return Optional.of(Claim.of(Stage.STACK, Certainty.STATED, says));
    }
    return count == 1
        ? Optional.of(Claim.of(Stage.SINGLE, Certainty.STATED, "one exposure"))
        : Optional.empty();
  }

  private static Optional<Claim> program(String value) {
    String program = value.toLowerCase(Locale.ROOT);
    if (EDITORS.matcher(program).find()) {
      String says = "written by a program for finished pictures";
      return Optional.of(Claim.of(Stage.PROCESSED, Certainty.INFERRED, says));
    }
    return STACKERS.matcher(program).find()
        ? Optional.of(Claim.of(Stage.STACK, Certainty.INFERRED, "written by a stacking program"))
        : Optional.empty();
  }

  /** Letters of MaxIm DL: bias, dark and flat were applied; M is for master. */
  private static Optional<Claim> calibration(String value) {
    String letters = value.strip().toUpperCase(Locale.ROOT);
    if (!CALIBRATION.matcher(letters).matches()) {
      return Optional.empty();
    }
    return letters.contains("M")
        ? Optional.of(Claim.of(Stage.STACK, Certainty.STATED, "several frames combined"))
        : Optional.of(Claim.aside("calibrated"));
  }

  /** Observatories name calibration frames as if they were objects; lights have real names. */
  private static Optional<Claim> object(String value) {
    String letters = FrameType.letters(value);
    boolean frame =
        Set.of("bias", "zero", "dark", "flat", "skyflat", "domeflat", "flatfield", "flatdark")
            .contains(letters);
    return frame
        ? FrameType.of(value).map(type -> Claim.of(type, Certainty.ASSUMED))
        : Optional.empty();
  }
}
