package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.SourceException;
import dev.astrocat.thumbs.decode.Availability;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

  /** File name extensions of all, lower case, sorted. */
  public SortedSet<String> extensions() {
    SortedSet<String> all = new TreeSet<>();
    decoders.forEach(decoder -> all.addAll(decoder.extensions()));
    return all;
  }

  /** What each can do on this machine, by id, sorted. */
  public Map<String, Availability> availability() {
    Map<String, Availability> all = new TreeMap<>();
    decoders.forEach(decoder -> all.put(decoder.id(), decoder.availability()));
    return all;
  }

  /**
   * Which decoders there are, and what some of them can do: with other ones a file that could not
   * be decoded may be.
   */
  String abilities(Collection<String> some) {
    StringBuilder text = new StringBuilder(String.join(" ", ids()));
    decoders.stream()
        .filter(decoder -> some.contains(decoder.id()))
        .forEach(decoder -> text.append(' ').append(decoder.availability()));
    return text.toString();
  }

  /**
   * Whether any decoder claims the source.
   *
   * @throws IOException if none does, but not all of what they looked at could be read
   */
  boolean recognise(SourceBytes source) throws IOException {
    return !candidates(source).isEmpty();
  }

  /**
   * Opens the source with the decoder that is surest of its match, or, where that does not support
   * this variant of the format, with the next in sureness.
   *
   * @throws IOException what the decoders throw; several refusals as one, the surest first
   */
  Opened open(SourceBytes source, DecodeContext context, Attempt attempt) throws IOException {
    return surest(
        source,
        (decoder, refusals) -> {
          attempt.trying(decoder.id());
          PixelSource pixels = decoder.open(source, context);
          return new Opened(decoder.id(), pixels, fallback(decoder, refusals));
        });
  }

  /**
   * Looks at the headers with the decoder that {@link #open} would take.
   *
   * @throws IOException as {@link #open}
   */
  Described inspect(SourceBytes source, DecodeContext context) throws IOException {
    return surest(
        source,
        (decoder, refusals) -> new Described(decoder.id(), decoder.inspect(source, context)));
  }

  /** What a decoder is asked for; it refuses with {@code FORMAT_UNSUPPORTED}. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(FormatDecoder decoder, List<DecodeException> refusals) throws IOException;
  }

  private <T> T surest(SourceBytes source, Question<T> question) throws IOException {
    if (source.size() == 0) {
      throw DecodeException.truncated(source.name() + " is empty; copy the file again");
    }
    List<FormatDecoder> candidates = candidates(source);
    if (candidates.isEmpty()) {
      throw unknown(source);
    }
    List<DecodeException> refusals = new ArrayList<>();
    for (FormatDecoder decoder : candidates) {
      try {
        return question.ask(decoder, refusals);
      } catch (DecodeException e) {
        if (e.code() != ErrorCode.FORMAT_UNSUPPORTED) {
          throw e;
        }
        refusals.add(e);
      }
    }
    throw joined(refusals);
  }

  /** Those that claim the source, surest first. */
  private List<FormatDecoder> candidates(SourceBytes source) throws IOException {
    SourceHead head = new SourceHead(source);
    Map<Match, List<FormatDecoder>> bySureness = new EnumMap<>(Match.class);
    for (FormatDecoder decoder : decoders) {
      bySureness.computeIfAbsent(decoder.probe(head), match -> new ArrayList<>()).add(decoder);
    }
    bySureness.remove(Match.NO);
    if (bySureness.isEmpty() && head.failure().isPresent()) {
      throw head.failure().get();
    }
    return bySureness.entrySet().stream()
        .sorted(Map.Entry.<Match, List<FormatDecoder>>comparingByKey().reversed())
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  private static Optional<Decision> fallback(
      FormatDecoder decoder, List<DecodeException> refusals) {
    return refusals.stream()
        .findFirst()
        .map(
            refusal -> new Decision("decoder", decoder.id(), String.valueOf(refusal.getMessage())));
  }

  /** What helps may stand in any of them: another decoder was the way out, and had its reason. */
  private static DecodeException joined(List<DecodeException> refusals) {
    DecodeException first = refusals.get(0);
    if (refusals.size() == 1) {
      return first;
    }
    String message =
        refusals.stream()
            .map(refusal -> String.valueOf(refusal.getMessage()))
            .distinct()
            .collect(Collectors.joining("; "));
    DecodeException joined = new DecodeException(ErrorCode.FORMAT_UNSUPPORTED, message, first);
    refusals.stream().skip(1).forEach(joined::addSuppressed);
    return joined;
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

  /**
   * An open image.
   *
   * @param decoder id of the decoder that opened it
   * @param pixels its rows
   * @param fallback that it is not the surest decoder, and why
   */
  record Opened(String decoder, PixelSource pixels, Optional<Decision> fallback) {}

  /**
   * What the headers of an image say.
   *
   * @param decoder id of the decoder that read them
   * @param info what it found
   */
  record Described(String decoder, ImageInfo info) {}
}
