package dev.astrocat.thumbs.demo.render;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.SourceException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From names on the command line to files, and to the names of pictures. */
final class FileNames {

  static final String LOCALE_ADVICE =
      "the locale cannot express it: run again with LC_ALL=C.UTF-8 set";

  /** What Java puts where bytes of an argument mean nothing in the locale. */
  private static final char REPLACEMENT = '\uFFFD';

  private FileNames() {}

  /**
   * The file of that name.
   *
   * @throws SourceException {@code SOURCE_NOT_FOUND} if the locale garbled the name
   */
  static Path path(String argument) {
    try {
      Path path = Path.of(argument);
      if (argument.indexOf(REPLACEMENT) >= 0 && !Files.exists(path)) {
        throw garbled(argument, null);
      }
      return path;
    } catch (InvalidPathException e) {
      throw garbled(argument, e);
    }
  }

  private static SourceException garbled(String argument, @Nullable InvalidPathException cause) {
    return new SourceException(
        ErrorCode.SOURCE_NOT_FOUND,
        "there is no file " + lastElement(argument) + "; " + LOCALE_ADVICE,
        cause);
  }

  /**
   * Names of pictures in {@code folder}, in the order of the files: {@code a.fits.jpg}, and {@code
   * a.fits-2.jpg} for the next of that name, or where {@code a.fits.jpg} is one of the files. Names
   * that differ only in case count as equal, since they are on some file systems.
   */
  static List<String> pictures(List<String> files, String folder, OutputFormat format) {
    Set<String> taken = new HashSet<>();
    files.forEach(file -> taken.add(place("", file)));
    List<String> names = new ArrayList<>();
    for (String file : files) {
      String stem = lastElement(file);
      String name = stem + "." + format.extension();
      for (int i = 2; !taken.add(place(folder, name)); i++) {
        name = stem + "-" + i + "." + format.extension();
      }
      names.add(name);
    }
    return names;
  }

  /** Where a file is, to be compared; where it would be, if that is no name for a file here. */
  private static String place(String folder, String name) {
    String place;
    try {
      place = Path.of(folder, name).toAbsolutePath().normalize().toString();
    } catch (InvalidPathException e) {
      place = folder + "/" + name;
    }
    return place.toLowerCase(Locale.ROOT);
  }

  /** Found without a {@link Path}, which not every name can become. */
  private static String lastElement(String file) {
    String name = file.replace(File.separatorChar, '/').replaceAll("/+$", "");
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
