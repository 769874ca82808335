package dev.astrocat.thumbs.demo.render;

import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Renders thumbnails of the named files into a folder and tells how each came about. */
@Command(
    name = "render",
    description = "Write a thumbnail of each file: a.fits becomes a.fits.jpg.",
    sortOptions = false)
public final class RenderCommand implements Callable<Integer> {

  private static final int MAX_THREADS = 1024;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "images to render")
  private List<String> files;

  @Mixin private Wish wish;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for the pictures, made if need be (default: the working directory)")
  private String out = ".";

  @Option(
      names = "--json",
      description = "one line of JSON a file on standard output, and nothing else there")
  private boolean json;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "threads for files in parallel; what is left works inside the images"
              + " (default: number of processors)")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() {
    checkRanges();
    checkLevels();
    PrintWriter stdout = spec.commandLine().getOut();
    PrintWriter stderr = spec.commandLine().getErr();
    Progress progress = Progress.on(stderr, files.size());
    OutcomePrinter printer = json ? new JsonPrinter(stdout) : new TextPrinter(stdout, stderr);
    try (Workshop workshop = new Workshop(threads)) {
      checkStretch(workshop.generator());
      Job job = new Job(workshop.generator(), wish, new OutputFolder(out));
      boolean allWell = workshop.run(job, files, progress, printer);
      return allWell ? 0 : 1;
    }
  }

  private void checkLevels() {
    try {
      wish.choice();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void checkRanges() {
    require(
        wish.size >= ThumbnailRequest.MIN_SIZE && wish.size <= ThumbnailRequest.MAX_SIZE,
        "--size must be "
            + ThumbnailRequest.MIN_SIZE
            + " to "
            + ThumbnailRequest.MAX_SIZE
            + ", not "
            + wish.size);
    require(
        threads >= 1 && threads <= MAX_THREADS,
        "--threads must be 1 to " + MAX_THREADS + ", not " + threads);
  }

  private void checkStretch(ThumbnailGenerator generator) {
    String stretch = wish.stretch;
    require(
        stretch == null || generator.stretchIds().contains(stretch),
        "there is no stretch "
            + stretch
            + "; there are "
            + String.join(", ", generator.stretchIds()));
  }

  private void require(boolean condition, String message) {
    if (!condition) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
