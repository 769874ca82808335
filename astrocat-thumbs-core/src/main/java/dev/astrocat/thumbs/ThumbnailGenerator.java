package dev.astrocat.thumbs;

import dev.astrocat.thumbs.cache.ThumbnailCache;
import dev.astrocat.thumbs.corridor.Corridor;
import dev.astrocat.thumbs.corridor.Parts;
import dev.astrocat.thumbs.source.ImageSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Makes thumbnails of astronomical images, and keeps them when it has a cache. Thread-safe; make one
 * and share it.
 *
 * <pre>{@code
 * try (ThumbnailGenerator thumbnails = ThumbnailGenerator.create()) {
 *   Thumbnail picture = thumbnails.generate(Path.of("m31.fits"));
 * }
 * }</pre>
 */
public final class ThumbnailGenerator implements AutoCloseable {

  private final Corridor corridor;
  private final Look look;

  ThumbnailGenerator(Parts parts, Look look, Optional<ThumbnailCache> cache) {
    this.corridor = new Corridor(parts);
    this.look = look;
  }

  /** A generator with the decoders, stretches and encoders that are found, and without a cache. */
  public static ThumbnailGenerator create() {
    return builder().build();
  }

  /** A generator to be put together. */
  public static ThumbnailGeneratorBuilder builder() {
    return new ThumbnailGeneratorBuilder();
  }

  /**
   * A thumbnail of a file, 800 px, JPEG.
   *
   * @throws ThumbnailException see {@link #generate(ThumbnailRequest)}
   */
  public Thumbnail generate(Path file) {
    return generate(ThumbnailRequest.of(file));
  }

  /**
   * The wanted thumbnail: from the cache if it holds one of the source's present bytes, else made
   * now and stored. Blocks until it is there; concurrent calls for one thumbnail decode once.
   *
   * @throws ThumbnailException with the {@link ErrorCode} that says why there is none; a cache that
   *     cannot be written is logged and not an error
   */
  public Thumbnail generate(ThumbnailRequest request) {
    ThumbnailRequest resolved = request.look(request.look().orElse(look));
    return corridor.make(resolved).thumbnail();
  }

  /** Whether a decoder claims the file by its content. Blocks; reads at most 64 KiB. */
  public boolean recognises(ImageSource source) {
    return corridor.recognises(source);
  }

  /** Ids of the decoders, sorted. */
  public List<String> decoderIds() {
    return corridor.parts().decoders().ids();
  }

  /** Ids of the stretch strategies, sorted. */
  public List<String> stretchIds() {
    return List.copyOf(corridor.parts().stretches().keySet());
  }

  /** Releases what the generator holds; thumbnails in the making are finished. */
  @Override
  public void close() {}
}
