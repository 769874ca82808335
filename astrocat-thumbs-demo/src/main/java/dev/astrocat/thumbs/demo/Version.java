package dev.astrocat.thumbs.demo;

import dev.astrocat.thumbs.ThumbnailGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this jar, as its manifest says, and of what its decoders use. */
public final class Version implements IVersionProvider {

  /** The version number, or {@code development} when run from class files. */
  public static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public String[] getVersion() {
    try (ThumbnailGenerator generator = ThumbnailGenerator.create()) {
      return lines(DecoderStates.of(generator));
    }
  }

  /** The version, then a line for each decoder that has something to tell. */
  static String[] lines(DecoderStates states) {
    List<String> lines = new ArrayList<>(List.of("astrocat-thumbs " + number()));
    states.details().forEach((id, detail) -> lines.add(id + ": " + detail));
    states.unavailable().forEach((id, detail) -> lines.add(id + ": unavailable, " + detail));
    return lines.toArray(String[]::new);
  }
}
