package dev.astrocat.thumbs.demo.fuzz;

import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.demo.sample.SampleSky;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Breaks files and makes thumbnails of them for some minutes: {@code qa/fuzz.sh} explains. Ends
 * with 1 at the first answer that is neither a picture nor a typed error within ten seconds.
 */
public final class Fuzz {

  /** Larger ones would take most of the time to copy. */
  private static final long LARGEST = 4 << 20;

  private Fuzz() {}

  /**
   * The command.
   *
   * @param arguments minutes, kind of files, first seed, folder with files to break; a folder that
   *     is empty is filled with the sample sky
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Duration time = Duration.ofSeconds((long) (60 * Double.parseDouble(arguments[0])));
    long firstSeed = Long.parseLong(arguments[2]);
    List<Path> files = files(filled(Path.of(arguments[3])), Kind.of(arguments[1]));
    if (files.isEmpty()) {
      System.err.println("no " + arguments[1] + " files of up to " + LARGEST + " bytes there");
      System.exit(2);
    }
    System.out.println(files.size() + " files, seeds from " + firstSeed + " on");
    System.exit(run(files, firstSeed, time));
  }

  private static int run(List<Path> files, long firstSeed, Duration time)
      throws IOException, InterruptedException {
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try (ThumbnailGenerator thumbnails = ThumbnailGenerator.create()) {
      FuzzRun run = new FuzzRun(thumbnails, files, worker);
      long start = System.nanoTime();
      long told = 0;
      long seed = firstSeed;
      for (; System.nanoTime() - start < time.toNanos(); seed++) {
        run.once(seed);
        long minutes = (System.nanoTime() - start) / Duration.ofMinutes(1).toNanos();
        if (minutes > told) {
          told = minutes;
          System.out.println(minutes + " min: " + (seed + 1 - firstSeed) + " " + run.counts());
        }
      }
      System.out.println("done: " + (seed - firstSeed) + " " + run.counts());
      return 0;
    } catch (FuzzRun.Finding finding) {
      Path kept = Files.write(Path.of(finding.brokenName()), finding.broken());
      System.err.println(finding.getMessage() + "; the broken file is " + kept.toAbsolutePath());
      finding.printStackTrace();
      return 1;
    }
  }

  private static Path filled(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isEmpty()) {
        SampleSky.makeIn(folder);
      }
    }
    return folder;
  }

  private static List<Path> files(Path folder, Kind kind) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(kind::includes)
          .filter(file -> file.toFile().length() <= LARGEST)
          .sorted()
          .toList();
    }
  }
}
