package dev.astrocat.thumbs.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What some tests need beside a JDK and Maven. A test class names it with {@link Needs} and is
 * skipped where it is missing.
 */
public enum Tool {
  /** The browser and its driver. */
  CHROMIUM("Chromium with its driver", "chromium chromium-driver", "chromium", "chromedriver"),

  /** The reader of libwebp. */
  DWEBP("dwebp", "webp", "dwebp"),

  /** LibRaw's own developer of camera RAW. */
  DCRAW_EMU("dcraw_emu", "libraw-bin", "dcraw_emu"),

  /** Our binding to LibRaw, which the build makes where LibRaw's headers and a compiler are. */
  LIBRAW("LibRaw's native part, which the build makes", "libraw-dev g++") {
    @Override
    public boolean isHere() {
      String library = platform() + '/' + System.mapLibraryName("jniAstrocatRaw");
      return Tool.class.getResource("/dev/astrocat/thumbs/formats/raw/libraw/" + library) != null;
    }
  };

  private final String title;
  private final String packages;
  private final List<String> programs;

  Tool(String title, String packages, String... programs) {
    this.title = title;
    this.packages = packages;
    this.programs = List.of(programs);
  }

  /** Whether it can be used on this machine. */
  public boolean isHere() {
    return programs.stream().allMatch(program -> find(program).isPresent());
  }

  /**
   * Where one of its programs is.
   *
   * @throws IllegalStateException if it is not installed
   */
  public Path program(String name) {
    return find(name).orElseThrow(() -> new IllegalStateException(whatIsMissing()));
  }

  /** That it is missing, and the Debian packages that bring it; one line. */
  public String whatIsMissing() {
    return "no " + title + ": apt-get install " + packages;
  }

  private static Optional<Path> find(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The machine's name in JavaCPP, such as {@code linux-x86_64}. */
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch");
    String family =
        system.startsWith("mac") ? "macosx" : system.startsWith("win") ? "windows" : "linux";
    String bits =
        switch (processor) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64" -> "arm64";
          default -> processor;
        };
    return family + '-' + bits;
  }
}
