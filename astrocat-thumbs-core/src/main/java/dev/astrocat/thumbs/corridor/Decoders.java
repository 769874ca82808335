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

  /**
   * The decoder that is surest of its match; content beats name.
   *
   * @throws IOException if none is, but not all of what they looked at could be read
   */
  Optional<FormatDecoder> find(SourceBytes source) throws IOException {
    SourceHead head = new SourceHead(source);
    Optional<FormatDecoder> surest = surest(head);
    if (surest.isEmpty() && head.failure().isPresent()) {
      throw head.failure().get();
    }
    return surest;
  }

  private Optional<FormatDecoder> surest(SourceHead head) {
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
    return find(source).orElseThrow(() -> unknown(source));
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
