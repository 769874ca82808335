package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.DecodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a data block is packed (XISF 1.0 section 10.6).
 *
 * @param codec algorithm
 * @param bytes size when unpacked
 * @param itemBytes bytes of one number whose bytes were shuffled; 1 for none
 * @param pieces parts that were compressed one by one
 */
record Compression(Codec codec, long bytes, long itemBytes, List<Piece> pieces) {

  private static final Pattern COLON = Pattern.compile(":");
  private static final String SHUFFLED = "+sh";
  private static final int MAX_PIECES = 100_000;

  /**
   * Reads {@code compression} and {@code subblocks}.
   *
   * @param storedBytes size of the block in the file
   * @return empty for a block that is stored as it is
   */
  static Optional<Compression> of(Attributes attributes, long storedBytes) {
    Optional<String> text = attributes.get("compression");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = COLON.split(text.get(), -1);
    boolean shuffled = parts[0].endsWith(SHUFFLED);
    Codec codec = Codec.of(shuffled ? parts[0].substring(0, parts[0].length() - 3) : parts[0]);
    long bytes = parts.length > 1 ? PlainText.unsigned(parts[1]).orElse(0) : 0;
    long item = parts.length > 2 && shuffled ? PlainText.unsigned(parts[2]).orElse(0) : 0;
    if (bytes < 1 || shuffled && item < 1) {
      throw DecodeException.malformed(
          "XISF: compression is " + text.get() + ", must be codec:size or codec+sh:size:item");
    }
    List<Piece> pieces =
        attributes
            .get("subblocks")
            .map(list -> pieces(list, storedBytes, bytes))
            .orElseGet(() -> List.of(new Piece(storedBytes, bytes)));
    return Optional.of(new Compression(codec, bytes, shuffled ? item : 1, pieces));
  }

  private static List<Piece> pieces(String list, long storedBytes, long bytes) {
    List<Piece> pieces = new ArrayList<>();
    long stored = storedBytes;
    long unpacked = bytes;
    for (String pair : COLON.split(list, MAX_PIECES + 1)) {
      int comma = pair.indexOf(',');
      long from = comma < 0 ? 0 : PlainText.unsigned(pair.substring(0, comma)).orElse(0);
      long to = comma < 0 ? 0 : PlainText.unsigned(pair.substring(comma + 1)).orElse(0);
      if (from < 1 || to < 1 || from > stored || to > unpacked) {
        throw DecodeException.malformed("XISF: subblock " + pair + " does not fit into its block");
      }
      pieces.add(new Piece(from, to));
      stored -= from;
      unpacked -= to;
    }
    if (stored != 0 || unpacked != 0) {
      throw DecodeException.malformed(
          "XISF: subblocks leave " + stored + " stored and " + unpacked + " unpacked bytes over");
    }
    return List.copyOf(pieces);
  }

  /**
   * Whether bytes have changed places: with items of one byte, or one item alone, they have not.
   */
  boolean isShuffled() {
    return itemBytes > 1 && itemBytes <= bytes / 2;
  }

  /** Checks each piece against what its codec can do, before memory is taken for it. */
  void requirePossible() {
    for (Piece piece : pieces) {
      if (!codec.canHold(piece.storedBytes(), piece.bytes())) {
        throw DecodeException.malformed(
            "XISF: "
                + piece.storedBytes()
                + " bytes cannot hold the "
                + piece.bytes()
                + " that are declared");
      }
    }
  }
}
