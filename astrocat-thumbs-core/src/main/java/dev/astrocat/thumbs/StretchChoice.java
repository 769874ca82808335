package dev.astrocat.thumbs;

/** A stretch that somebody asks for. Immutable. */
public sealed interface StretchChoice {

  /** In one word or line, for reports and for cache keys: equal choices have equal words. */
  String words();

  /**
   * A strategy by its id.
   *
   * @param id as {@link ThumbnailGenerator#stretchIds()} lists it
   */
  record Named(String id) implements StretchChoice {
    @Override
    public String words() {
      return id;
    }
  }

  /**
   * Points that a person has set, in values normalised by the file's representable range: clipped
   * to shadows and highlights, then the midtones transfer function. The same for all channels.
   *
   * @param shadows what becomes black, 0..1
   * @param midtones what becomes middle grey, of the clipped and spread values, 0..1
   * @param highlights what becomes white, above {@code shadows}, at most 1
   */
  record Levels(double shadows, double midtones, double highlights) implements StretchChoice {

    /** Nothing clipped, nothing bent. */
    public static final Levels IDENTITY = new Levels(0, 0.5, 1);

    /** Checks the order of the points. */
    public Levels {
      boolean sound =
          shadows >= 0 && shadows < highlights && highlights <= 1 && midtones >= 0 && midtones <= 1;
      if (!sound) {
        throw new IllegalArgumentException(
            "shadows %s, midtones %s, highlights %s: wanted 0 <= shadows < highlights <= 1 and midtones 0..1"
                .formatted(shadows, midtones, highlights));
      }
    }

    @Override
    public String words() {
      return "levels %s %s %s".formatted(shadows, midtones, highlights);
    }
  }
}
