package dev.astrocat.thumbs.classify;

import dev.astrocat.thumbs.classify.Claim.Stage;
import dev.astrocat.thumbs.classify.Finding.Bearing;
import dev.astrocat.thumbs.decode.Evidence;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelNature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what kind of frame an image is, by its keywords, properties, history, format and name.
 * Equal input gives equal verdicts; no pixel is looked at. Stateless and thread-safe.
 *
 * <p>A stack outranks the type: combined lights often still say {@code Light Frame}. What a file
 * states outranks its traces, and both outrank its name.
 */
public final class FrameClassifier {

  private static final int MOST_FINDINGS = 32;

  /** What follows tells nothing more, and patterns stay fast whatever a file holds. */
  private static final int LONGEST_VALUE = 100;

  private FrameClassifier() {}

  /**
   * Classifies an image.
   *
   * @param info what its decoder knows
   * @param name the file's name, with or without folders
   */
  public static Classification classify(ImageInfo info, String name) {
    List<Statement> statements = statements(info, name);
    List<Claim> claims = statements.stream().map(Statement::claim).toList();
    Verdict verdict = Verdict.of(claims);
    Optional<Evidence> plate = WorldCoordinates.in(info.evidence());
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : statements) {
      findings.add(statement.finding(verdict.bearingOf(statement.claim())));
    }
    plate.ifPresent(e -> findings.add(finding(e, "plate solved", Bearing.ASIDE)));
    return new Classification(
        verdict.kind(),
        verdict.certainty(),
        findings,
        plate.isPresent() ? PlateSolution.SOLVED : PlateSolution.NONE);
  }

  /** Evidence and what it claims. */
  private record Statement(Evidence evidence, Claim claim) {

    Finding finding(Bearing bearing) {
      return FrameClassifier.finding(evidence, claim.says(), bearing);
    }
  }

  private static Finding finding(Evidence evidence, String says, Bearing bearing) {
    return new Finding(evidence.keyword(), shortened(evidence.value()), says, bearing);
  }

  private static String shortened(String value) {
    return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
  }

  private static List<Statement> statements(ImageInfo info, String name) {
    List<Statement> all = new ArrayList<>();
    if (info.nature() == PixelNature.DISPLAY_READY) {
      Claim finished = Claim.of(Stage.FINISHED, Certainty.INFERRED, "made to be looked at");
      all.add(new Statement(new Evidence("FORMAT", "8 bits in an ordinary format"), finished));
    }
    Set<Evidence> known = new HashSet<>();
    for (Evidence whole : info.evidence()) {
      Evidence evidence = new Evidence(whole.keyword(), shortened(whole.value()));
      KeywordClaims.of(evidence)
          .filter(claim -> known.add(new Evidence(evidence.keyword(), claim.says())))
          .ifPresent(claim -> all.add(new Statement(evidence, claim)));
    }
    Exposures.combined(info.evidence())
        .ifPresent(e -> all.add(new Statement(e, Exposures.LONGER_THAN_ONE)));
    String file = name.substring(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')));
    NameClaims.of(file)
        .ifPresent(claim -> all.add(new Statement(new Evidence("FILENAME", file), claim)));
    return all.size() <= MOST_FINDINGS ? all : all.subList(0, MOST_FINDINGS);
  }
}
