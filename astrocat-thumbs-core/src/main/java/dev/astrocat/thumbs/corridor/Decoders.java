package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.SourceException;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The decoders of a generator, asked in order of their ids, so that the answer is always the same.
 */
public final class Decoders {

  private final List<FormatDecoder> decoders;

  /** A choice among these. */
  public Decoders(List<FormatDecoder> decoders) {
    this.decoders = decoders.stream().sorted(Comparator.comparing(FormatDecoder::id)).toList();
  }

  /** Ids, sorted. */
  public List<String> ids() {
    return decoders.stream().map(FormatDecoder::id).toList();
  }

  /** The decoder that is surest of its match; content beats name. */
  Optional<FormatDecoder> find(SourceHead head) {
    FormatDecoder best = null;
    Match surest = Match.NO;
    for (FormatDecoder decoder : decoders) {
      Match match = decoder.probe(head);
      if (match.compareTo(surest) > 0) {
        surest = match;
        best = decoder;
      }
    }
    return Optional.ofNullable(best);
  }

  FormatDecoder select(SourceBytes source) throws IOException {
    if (source.size() == 0) {
      throw DecodeException.truncated(source.name() + " is empty; copy the file again");
    }
    SourceHead head = new SourceHead(source);
    Optional<FormatDecoder> decoder = find(head);
    if (decoder.isEmpty() && head.failure().isPresent()) {
      throw head.failure().get(); // not unknown for good: it could not be looked at
    }
    return decoder.orElseThrow(() -> unknown(source));
  }

  private SourceException unknown(SourceBytes source) {
    return new SourceException(
        ErrorCode.FORMAT_UNKNOWN,
        "no decoder knows what "
            + source.name()
            + " holds; it is not an image, or its decoder is missing (found: "
            + (ids().isEmpty() ? "none, add astrocat-thumbs-formats" : String.join(" ", ids()))
            + ")");
  }
}
