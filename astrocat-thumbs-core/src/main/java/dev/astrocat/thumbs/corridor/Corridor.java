package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.Demosaic;
import dev.astrocat.thumbs.Inspection;
import dev.astrocat.thumbs.Stage;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailReport;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.admission.DecodeBudget;
import dev.astrocat.thumbs.admission.Ticket;
import dev.astrocat.thumbs.bands.BandWalk;
import dev.astrocat.thumbs.cache.entry.CurveKey;
import dev.astrocat.thumbs.cache.entry.CurveShelf;
import dev.astrocat.thumbs.classify.Classification;
import dev.astrocat.thumbs.classify.FrameClassifier;
import dev.astrocat.thumbs.corridor.FailureTranslator.Room;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SharedMemory;
import dev.astrocat.thumbs.demosaic.Superpixel;
import dev.astrocat.thumbs.encode.Picture;
import dev.astrocat.thumbs.encode.ThumbnailEncoder;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.exact.ExactStatistics;
import dev.astrocat.thumbs.render.Renderer;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one straight way from a request to its thumbnails: open, decode, measure, render, encode.
 * Each step hands a value to the next; nothing is shared but the parts. Thread-safe.
 */
public final class Corridor {

  private final Parts parts;
  private final CurveDesk curves;
  private final AdmittedDecodes decodes;

  /**
   * A corridor through these rooms.
   *
   * @param curves where tone curves are kept
   * @param budget of all decodes
   */
  public Corridor(Parts parts, Optional<CurveShelf> curves, DecodeBudget budget) {
    this.parts = parts;
    this.curves = new CurveDesk(curves);
    this.decodes = new AdmittedDecodes(budget);
  }

  /** The rooms. */
  public Parts parts() {
    return parts;
  }

  /** Whether a decoder knows the content of a source. */
  public boolean recognises(ImageSource source) {
    return FailureTranslator.translating(
        Room.DECODE,
        source.name(),
        () -> {
          try (SourceBytes bytes = opened(source)) {
            return bytes.size() > 0 && parts.decoders().recognise(bytes);
          }
        });
  }

  /** What the headers of a source say. */
  public Inspection inspect(ImageSource source) {
    return FailureTranslator.translating(
        Room.DECODE,
        source.name(),
        () -> {
          try (SourceBytes bytes = opened(source)) {
            Inspection inspection =
                decodes.small(
                    bytes, memory -> unlessChanged(bytes, () -> inspected(bytes, memory)));
            bytes.verifyUnchanged();
            return inspection;
          }
        });
  }

  private Inspection inspected(SourceBytes bytes, SharedMemory memory) throws IOException {
    DecodeContext context =
        new DecodeContext(parts.limits(), ImageSelection.DEFAULT, Demosaic.ON, memory);
    Decoders.Described described = parts.decoders().inspect(bytes, context);
    ImageInfo info = described.info();
    return new Inspection(described.decoder(), info, FrameClassifier.classify(info, bytes.name()));
  }

  /**
   * Makes the thumbnails that the requests ask for, without looking for them in any cache.
   *
   * @param requests at least one; they differ in size and format alone
   * @param ticket with which the decode waits for its turn
   * @param attempt is told what is seen on the way
   */
  public List<Rendering> make(List<ThumbnailRequest> requests, Ticket ticket, Attempt attempt) {
    ThumbnailRequest any = requests.get(0);
    // Asked for first: what is missing is known before a second of decoding.
    requests.forEach(request -> parts.encoder(request.format()));
    any.stretch().ifPresent(parts::stretch);
    return FailureTranslator.translating(
        Room.DECODE,
        any.source().name(),
        () -> {
          // Opened before it waits: a file system that hangs then takes nothing from others.
          try (SourceBytes bytes = opened(any.source())) {
            attempt.opened(bytes);
            return decodes.admitted(
                ticket, bytes, memory -> made(requests, bytes, memory, attempt));
          }
        });
  }

  private List<Rendering> made(
      List<ThumbnailRequest> requests, SourceBytes bytes, SharedMemory memory, Attempt attempt)
      throws IOException {
    attempt.ended(Stage.ADMISSION);
    Drawn drawn = unlessChanged(bytes, () -> decoded(bytes, requests, memory, attempt));
    bytes.verifyUnchanged();
    List<Rendering> renderings = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      Thumbnail thumbnail = encoded(requests.get(i), drawn.pictures().get(i), drawn.report());
      renderings.add(new Rendering(thumbnail, bytes.version(), drawn.curve()));
    }
    attempt.ended(Stage.ENCODE);
    return renderings;
  }

  /** Sources run the host's code, whose failures say nothing about the bytes. */
  private SourceBytes opened(ImageSource source) {
    return FailureTranslator.translating(
        Room.SOURCE, source.name(), () -> source.open(parts.limits()));
  }

  /** A file that is still being written looks broken, but only for the moment. */
  private static <T> T unlessChanged(SourceBytes bytes, FailureTranslator.Step<T> step)
      throws IOException {
    try {
      return FailureTranslator.translating(Room.DECODE, bytes.name(), step);
    } catch (ThumbnailException e) {
      if (!e.isTransient()) {
        bytes.verifyUnchanged();
      }
      throw e;
    }
  }

  private Drawn decoded(
      SourceBytes bytes, List<ThumbnailRequest> requests, SharedMemory memory, Attempt attempt)
      throws IOException {
    ThumbnailRequest request = requests.get(0);
    List<Integer> sizes = requests.stream().map(ThumbnailRequest::size).toList();
    DecodeContext context =
        new DecodeContext(parts.limits(), request.selection(), request.demosaic(), memory);
    Decoders.Opened opened = parts.decoders().open(bytes, context, attempt);
    try (PixelSource stored = opened.pixels()) {
      attempt.ended(Stage.OPEN);
      ImageInfo info = stored.info();
      Classification classification = FrameClassifier.classify(info, bytes.name());
      Plan plan = Plan.of(info, classification, request);
      PixelSource guarded = new GuardedPixels(stored, bytes.name());
      PixelSource pixels = plan.demosaic() == Demosaic.ON ? Superpixel.of(guarded) : guarded;
      // Before the rows are read, so that a refusal costs little.
      context.reserve(Renderer.bytes(pixels.info(), plan.orientation(), plan.reduction(), sizes));
      BandWalk walk = new BandWalk(pixels, context, parts.crew());
      CurveKey key =
          CurveKey.of(
              request,
              bytes.version(),
              opened.decoder(),
              pixels.info(),
              plan.stretch(),
              plan.linking());
      CurveDesk.Curve curve = curves.curve(key, plan.stretch(), () -> measured(bytes, plan, walk));
      Stretch stretch = curve.stretch();
      attempt.ended(Stage.MEASURE);
      List<Picture> pictures =
          new Renderer(walk, stretch.curve(), plan.orientation()).render(plan.reduction(), sizes);
      attempt.ended(Stage.RENDER);
      ThumbnailReport report =
          new ThumbnailReport(
              opened.decoder(),
              info.width(),
              info.height(),
              pixels.info().channels(),
              classification,
              stretch,
              decisions(opened, plan, stretch));
      return new Drawn(pictures, report, curve.decision());
    }
  }

  private Stretch measured(SourceBytes bytes, Plan plan, BandWalk walk) {
    return FailureTranslator.translating(
        Room.STRETCH,
        bytes.name(),
        () -> parts.stretch(plan.stretch()).measure(new ExactStatistics(walk), plan.linking()));
  }

  private static List<Decision> decisions(Decoders.Opened opened, Plan plan, Stretch stretch) {
    List<Decision> all = new ArrayList<>();
    opened.fallback().ifPresent(all::add);
    all.addAll(plan.decisions());
    all.addAll(stretch.decisions());
    return all;
  }

  private Thumbnail encoded(ThumbnailRequest request, Picture picture, ThumbnailReport report) {
    ThumbnailEncoder encoder = parts.encoder(request.format());
    byte[] file =
        FailureTranslator.translating(
            Room.ENCODE, request.source().name(), () -> encoder.encode(picture));
    return new Thumbnail(
        file,
        request.format(),
        picture.width(),
        picture.height(),
        report,
        Thumbnail.Origin.RENDERED,
        Optional.empty());
  }

  /** A picture in all sizes, how it came about, and whether its curve was computed. */
  private record Drawn(List<Picture> pictures, ThumbnailReport report, Decision curve) {}
}
