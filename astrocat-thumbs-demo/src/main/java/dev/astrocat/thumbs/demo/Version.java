package dev.astrocat.thumbs.demo;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this jar, as its manifest says. */
public final class Version implements IVersionProvider {

  /** The version number, or {@code development} when run from class files. */
  public static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"astrocat-thumbs " + number()};
  }
}
