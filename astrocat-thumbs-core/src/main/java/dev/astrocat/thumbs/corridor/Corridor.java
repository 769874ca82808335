package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.Demosaic;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailReport;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.bands.BandWalk;
import dev.astrocat.thumbs.corridor.FailureTranslator.Room;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
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
 * The one straight way from a request to a thumbnail: open, decode, measure, render, encode. Each
 * step hands a value to the next; nothing is shared but the parts. Thread-safe.
 */
public final class Corridor {

  private final Parts parts;

  /** A corridor through these rooms. */
  public Corridor(Parts parts) {
    this.parts = parts;
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

  /** Makes the thumbnail that the request asks for, without looking at any cache. */
  public Rendering make(ThumbnailRequest request) {
    // Asked for first: what is missing is known before a second of decoding.
    ThumbnailEncoder encoder = parts.encoder(request.format());
    request.stretch().ifPresent(parts::stretch);
    return FailureTranslator.translating(
        Room.DECODE,
        request.source().name(),
        () -> {
          try (SourceBytes bytes = opened(request.source())) {
            Drawn drawn = drawn(bytes, request);
            bytes.verifyUnchanged();
            return new Rendering(encoded(encoder, drawn, request), bytes.version());
          }
        });
  }

  /** Sources run the host's code, whose failures say nothing about the bytes. */
  private SourceBytes opened(ImageSource source) {
    return FailureTranslator.translating(
        Room.SOURCE, source.name(), () -> source.open(parts.limits()));
  }

  /** A file that is still being written looks broken, but only for the moment. */
  private Drawn drawn(SourceBytes bytes, ThumbnailRequest request) throws IOException {
    try {
      return FailureTranslator.translating(
          Room.DECODE, bytes.name(), () -> decoded(bytes, request));
    } catch (ThumbnailException e) {
      if (!e.isTransient()) {
        bytes.verifyUnchanged();
      }
      throw e;
    }
  }

  private Drawn decoded(SourceBytes bytes, ThumbnailRequest request) throws IOException {
    DecodeContext context =
        new DecodeContext(parts.limits(), request.selection(), request.demosaic());
    Decoders.Opened opened = parts.decoders().open(bytes, context);
    try (PixelSource stored = opened.pixels()) {
      ImageInfo info = stored.info();
      Plan plan = Plan.of(info, request);
      PixelSource guarded = new GuardedPixels(stored, bytes.name());
      PixelSource pixels = plan.demosaic() == Demosaic.ON ? Superpixel.of(guarded) : guarded;
      BandWalk walk = new BandWalk(pixels, context, parts.crew());

      Stretch stretch =
          FailureTranslator.translating(
              Room.STRETCH,
              bytes.name(),
              () ->
                  parts.stretch(plan.stretch()).measure(new ExactStatistics(walk), plan.linking()));
      Picture picture =
          new Renderer(walk).render(stretch.curve(), plan.orientation(), request.size());

      ThumbnailReport report =
          new ThumbnailReport(
              opened.decoder(),
              info.width(),
              info.height(),
              picture.channels(),
              stretch,
              decisions(opened, plan, stretch));
      return new Drawn(picture, report);
    }
  }

  private static List<Decision> decisions(Decoders.Opened opened, Plan plan, Stretch stretch) {
    List<Decision> all = new ArrayList<>();
    opened.fallback().ifPresent(all::add);
    all.addAll(plan.decisions());
    all.addAll(stretch.decisions());
    return all;
  }

  private static Thumbnail encoded(
      ThumbnailEncoder encoder, Drawn drawn, ThumbnailRequest request) {
    byte[] file =
        FailureTranslator.translating(
            Room.ENCODE, request.source().name(), () -> encoder.encode(drawn.picture()));
    return new Thumbnail(
        file,
        request.format(),
        drawn.picture().width(),
        drawn.picture().height(),
        drawn.report(),
        Thumbnail.Origin.RENDERED,
        Optional.empty());
  }

  /** A picture and how it came about. */
  private record Drawn(Picture picture, ThumbnailReport report) {}
}
