package dev.astrocat.thumbs.classify;

import dev.astrocat.thumbs.classify.Claim.Stage;
import dev.astrocat.thumbs.classify.Finding.Bearing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What follows from all claims together. Immutable.
 *
 * @param type what the shutter was opened for
 * @param stage how far the frame has come
 * @param certainty how the kind is known
 */
record Verdict(Optional<FrameType> type, Stage stage, Certainty certainty) {

  static Verdict of(List<Claim> claims) {
    Optional<Claim> type =
        claims.stream()
            .filter(claim -> claim.type().isPresent())
            .min(Comparator.comparing(Claim::certainty)); // of equals the first
    Optional<Claim> stage = stage(claims, type);
    Certainty certainty = stage.or(() -> type).map(Claim::certainty).orElse(Certainty.ASSUMED);
    return new Verdict(
        type.flatMap(Claim::type), stage.map(Claim::stage).orElse(Stage.OPEN), certainty);
  }

  /**
   * The furthest stage of the surest claims. A name says nothing about the stage of a frame whose
   * header names its type; what made a frame useless for measuring is not undone by any keyword.
   */
  private static Optional<Claim> stage(List<Claim> claims, Optional<Claim> type) {
    Certainty weakest =
        type.map(Claim::certainty).filter(c -> c != Certainty.ASSUMED).isPresent()
            ? Certainty.INFERRED
            : Certainty.ASSUMED;
    Comparator<Claim> order =
        Comparator.<Claim, Boolean>comparing(claim -> claim.stage().compareTo(Stage.STACK) > 0)
            .thenComparing(Claim::certainty, Comparator.reverseOrder())
            .thenComparing(Claim::stage);
    return claims.stream()
        .filter(claim -> claim.stage() != Stage.OPEN && claim.certainty().compareTo(weakest) <= 0)
        .max(order);
  }

  FrameKind kind() {
    return switch (stage) {
      case FINISHED -> FrameKind.DISPLAY_READY;
      case MAP -> FrameKind.MAP;
      case PROCESSED -> FrameKind.PROCESSED;
      case STACK -> type.map(FrameType::master).orElse(FrameKind.INTEGRATED);
      case SINGLE, OPEN -> type.map(FrameType::single).orElse(FrameKind.UNKNOWN);
    };
  }

  Bearing bearingOf(Claim claim) {
    if (claim.isAside()) {
      return Bearing.ASIDE;
    }
    boolean beyondStack = stage.compareTo(Stage.STACK) > 0;
    if (beyondStack) {
      return claim.stage() == stage ? Bearing.SUPPORTS : Bearing.ASIDE;
    }
    boolean otherType = claim.type().isPresent() && !claim.type().equals(type);
    boolean otherStage =
        claim.stage() == Stage.SINGLE && stage == Stage.STACK
            || claim.stage() == Stage.STACK && stage != Stage.STACK;
    return otherType || otherStage ? Bearing.CONTRADICTS : Bearing.SUPPORTS;
  }
}
