package dev.astrocat.thumbs.host;

/**
 * How far a run's images have been listed and queued, and by whom, so that another producer can go
 * on with it. Immutable.
 *
 * @param producer so that one that was thought dead stops
 * @param chunk number of the next chunk
 * @param position of a {@link ChunkWalk}
 */
record Listing(String producer, int chunk, String position) {

  static final String FIELD = "listing";

  static Listing first(String producer) {
    return new Listing(producer, 0, ChunkWalk.START);
  }

  static Listing parse(String text) {
    String[] parts = text.split(" ", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not how far a run is listed: " + text);
    }
    return new Listing(parts[0], Integer.parseInt(parts[1]), parts[2]);
  }

  String text() {
    return producer + " " + chunk + " " + position;
  }

  Listing by(String other) {
    return new Listing(other, chunk, position);
  }

  Listing next(String newPosition) {
    return new Listing(producer, chunk + 1, newPosition);
  }
}
