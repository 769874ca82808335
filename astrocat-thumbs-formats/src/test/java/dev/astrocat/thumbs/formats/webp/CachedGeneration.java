package dev.astrocat.thumbs.formats.webp;

import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import dev.astrocat.thumbs.encode.PngEncoder;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.testing.TestPictures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A run of the library that tells its results in classes of the JDK, so that it can be made through
 * any class loader: takes what a cache holds, gives the output formats and what became of a JPEG
 * and a WebP thumbnail.
 */
public final class CachedGeneration implements Function<Map<String, byte[]>, List<String>> {

  @Override
  public List<String> apply(Map<String, byte[]> entries) {
    List<String> results = new ArrayList<>();
    ImageSource source =
        ImageSource.of("ramp.png", new PngEncoder().encode(TestPictures.ramp(90, 60, 3)));
    try (ThumbnailGenerator generator =
        ThumbnailGenerator.builder().cache(new Entries(entries)).build()) {
      results.add(generator.outputFormats().toString());
      for (OutputFormat format : List.of(OutputFormat.JPEG, OutputFormat.WEBP)) {
        results.add(outcome(generator, ThumbnailRequest.of(source).format(format)));
      }
    }
    return results;
  }

  private static String outcome(ThumbnailGenerator generator, ThumbnailRequest request) {
    try {
      Thumbnail.Origin origin = generator.generate(request).origin();
      return request.format() + (origin == Thumbnail.Origin.RENDERED ? ": made" : ": found");
    } catch (ThumbnailException e) {
      return request.format() + ": " + e.code() + " " + e.getMessage();
    }
  }

  /** A cache over a map. */
  private record Entries(Map<String, byte[]> entries) implements ThumbnailCache {

    @Override
    public Optional<byte[]> read(String name) {
      return Optional.ofNullable(entries.get(name));
    }

    @Override
    public String write(String name, byte[] bytes) {
      entries.put(name, bytes);
      return name;
    }

    @Override
    public boolean delete(String name) {
      return entries.remove(name) != null;
    }

    @Override
    public Stream<CachedFile> list() {
      return Stream.empty();
    }

    @Override
    public Optional<String> location(String name) {
      return Optional.of(name);
    }
  }
}
