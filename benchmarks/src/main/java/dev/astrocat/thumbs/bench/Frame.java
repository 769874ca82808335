package dev.astrocat.thumbs.bench;

import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.bands.BandWalk;
import dev.astrocat.thumbs.bands.Crew;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The picture that a benchmark works on: a given file, or a synthetic frame. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class Frame {

  /** A file of the user's; without it a frame is made. */
  @Param("")
  public String file = "";

  /** Kind of the frame that is made: mono16, mono_f32, rgb_f32. */
  @Param("mono16")
  public String frame = "mono16";

  /** Its size, usually 2, 26 or 61. */
  @Param("26")
  public int megapixels = 26;

  /** How it is stored: fits, xisf, xisf-lz4, xisf-zlib (both shuffled). */
  @Param("fits")
  public String source = "fits";

  /** Threads that work on one image. */
  @Param("1")
  public int threads = 1;

  private Path path;
  private boolean synthetic;
  private final ExecutorService executor = Executors.newCachedThreadPool();

  /** Makes the file, if none was given. */
  @Setup(Level.Trial)
  public void prepare() throws IOException {
    synthetic = file.isEmpty();
    if (synthetic) {
      path = Files.createTempFile("frame-", source.startsWith("xisf") ? ".xisf" : ".fits");
      write(path, new Sky(frame, megapixels));
    } else {
      path = Path.of(file);
    }
  }

  private void write(Path made, Sky sky) throws IOException {
    switch (source) {
      case "fits" -> SkyFits.write(made, sky);
      case "xisf" -> SkyXisf.write(made, sky, "none");
      case "xisf-lz4" -> SkyXisf.write(made, sky, "lz4");
      case "xisf-zlib" -> SkyXisf.write(made, sky, "zlib");
      default -> throw new IllegalArgumentException("no such source: " + source);
    }
  }

  /** Deletes what was made. */
  @TearDown(Level.Trial)
  public void cleanUp() throws IOException {
    executor.shutdownNow();
    if (synthetic) {
      Files.delete(path);
    }
  }

  Path path() {
    return path;
  }

  ExecutorService executor() {
    return executor;
  }

  /** The opened picture; closed by the caller, before the bytes. */
  PixelSource open(SourceBytes bytes) throws IOException {
    SourceHead head = new SourceHead(bytes);
    FormatDecoder decoder =
        ServiceLoader.load(FormatDecoder.class).stream()
            .map(ServiceLoader.Provider::get)
            .max(Comparator.comparing(d -> d.probe(head)))
            .orElseThrow();
    return decoder.open(bytes, context());
  }

  SourceBytes bytes() {
    return ImageSource.of(path).open(limits());
  }

  BandWalk walk(PixelSource source) {
    return new BandWalk(source, context(), new Crew(executor, threads));
  }

  /** The picture read whole, so that a stage is measured without its reading. */
  PixelSource inMemory() throws IOException {
    try (SourceBytes bytes = bytes();
        PixelSource stored = open(bytes)) {
      ImageInfo info = stored.info();
      MemoryPlanes planes = new MemoryPlanes(info);
      planes.readFrom(stored);
      return planes;
    }
  }

  private static DecodeContext context() {
    return new DecodeContext(limits(), ImageSelection.DEFAULT);
  }

  static Limits limits() {
    return Limits.defaults().withMaxDecodeTime(Duration.ofHours(1));
  }
}
