package dev.astrocat.thumbs.formats.fits;

import dev.astrocat.thumbs.DecodeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one header, block by block, up to its END card. One thread at a time. */
final class HeaderReader {

  static final int BLOCK_BYTES = 2880;

  /** Real headers have hundreds of cards; this is 2.88 MB of them. */
  static final int MAX_CARDS = 36_000;

  private final FitsInput input;
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> history = new ArrayList<>();
  private String lastString = "";
  private long position;

  HeaderReader(FitsInput input, long position) {
    this.input = input;
    this.position = position;
  }

  /** Position behind the last block that was read. */
  long position() {
    return position;
  }

  /**
   * Reads the header.
   *
   * @throws DecodeException {@code DATA_TRUNCATED} without an END, {@code DATA_MALFORMED} for too
   *     many cards
   */
  Header read() throws IOException {
    for (int cards = 0; cards < MAX_CARDS; cards += BLOCK_BYTES / Card.BYTES) {
      if (!input.reaches(position + BLOCK_BYTES)) {
        throw DecodeException.truncated("FITS: the file ends inside a header, at byte " + position);
      }
      input.readFully(block.clear(), position);
      position += BLOCK_BYTES;
      if (endsIn(new String(block.array(), StandardCharsets.ISO_8859_1))) {
        return new Header(values, history);
      }
    }
    throw DecodeException.malformed("FITS: no END card within " + MAX_CARDS + " cards of a header");
  }

  private boolean endsIn(String cards) {
    for (int at = 0; at < cards.length(); at += Card.BYTES) {
      Card card = Card.parse(cards.substring(at, at + Card.BYTES));
      if (card.kind() == Card.Kind.END) {
        return true;
      }
      keep(card);
    }
    return false;
  }

  private void keep(Card card) {
    if (card.kind() == Card.Kind.CONTINUED) {
      // FITS 4.0 section 4.2.1.2: an ampersand at the end says that the string goes on.
      values.computeIfPresent(
          lastString,
          (keyword, start) ->
              start.endsWith("&") && start.length() < MAX_CARDS
                  ? start.substring(0, start.length() - 1) + card.value()
                  : start);
    } else if (card.kind() == Card.Kind.WORDS) {
      if (card.keyword().equals("HISTORY")) {
        history.add(card.value());
      }
    } else {
      boolean first = values.putIfAbsent(card.keyword(), card.value()) == null;
      lastString = first && card.kind() == Card.Kind.STRING ? card.keyword() : "";
    }
  }
}
