package dev.astrocat.thumbs.formats.raw;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.Demosaic;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.Availability;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.formats.imageio.OnePlane;
import dev.astrocat.thumbs.formats.raw.engine.Development;
import dev.astrocat.thumbs.formats.raw.engine.Development.Mosaic;
import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.Closeable;
import java.io.IOException;
import java.util.Set;

/**
 * Camera RAW of every maker that LibRaw knows, as linear light; the native code runs in worker
 * processes. Thread-safe; workers start when first needed and end with {@link #close}.
 */
public final class RawDecoder implements FormatDecoder, Closeable {

  private final RawDeveloper developer;
  private final long maxFrameBytes;
  private final long maxWorkBytes;

  /** For ServiceLoader: set up by system properties, see {@link RawOptions}. */
  public RawDecoder() {
    this(RawOptions.fromProperties());
  }

  /** Set up by hand. */
  public RawDecoder(RawOptions options) {
    this(options, WorkerCode.LIBRAW);
  }

  RawDecoder(RawOptions options, WorkerCode code) {
    this.developer =
        switch (options.mode()) {
          case WORKERS -> new WorkerPool(options, code);
          case IN_PROCESS -> new InProcess(code);
          case OFF -> new NoDeveloper("it is switched off by RawOptions");
        };
    // Half of a worker's heap: a single array does not get much more of it.
    this.maxFrameBytes = options.heapBytes() / 2;
    this.maxWorkBytes = options.nativeBytes();
  }

  @Override
  public String id() {
    return "libraw";
  }

  @Override
  public Set<String> extensions() {
    return RawFormats.extensions();
  }

  @Override
  public Availability availability() {
    return developer.availability();
  }

  /** Some old formats have no mark of their own; there the name decides. */
  @Override
  public Match probe(SourceHead head) {
    if (RawFormats.kind(head).isPresent()) {
      return Match.BY_CONTENT;
    }
    return RawFormats.extensions().contains(head.extension()) ? Match.BY_NAME : Match.NO;
  }

  @Override
  public PixelSource open(SourceBytes source, DecodeContext context) throws IOException {
    Mosaic mosaic = context.demosaic() == Demosaic.ON ? Mosaic.SUPERPIXEL : Mosaic.KEPT;
    RawFrame frame = frame(source, context, mosaic);
    return OnePlane.select(FramePixels.of(frame), context.selection());
  }

  /** The engine reads the headers and unpacks nothing. */
  @Override
  public ImageInfo inspect(SourceBytes source, DecodeContext context) throws IOException {
    return FramePixels.unread(frame(source, context, Mosaic.UNREAD));
  }

  private RawFrame frame(SourceBytes source, DecodeContext context, Mosaic mosaic)
      throws IOException {
    try {
      return developer.develop(source, development(context.limits(), mosaic), context);
    } catch (RawRefusal e) {
      throw translated(e, source.name());
    }
  }

  private Development development(Limits limits, Mosaic mosaic) {
    return new Development(
        mosaic,
        limits.maxPixels(),
        limits.maxSide(),
        Math.min(limits.maxDecodeBytes(), maxFrameBytes),
        maxWorkBytes);
  }

  private static ThumbnailException translated(RawRefusal refusal, String name) {
    String message = "camera RAW " + name + ": " + refusal.getMessage();
    return switch (refusal.reason()) {
      case UNSUPPORTED -> DecodeException.unsupported(message);
      case TRUNCATED -> DecodeException.truncated(message);
      case MALFORMED -> DecodeException.malformed(message);
      case NO_IMAGE -> DecodeException.noImage(message);
      case DIMENSIONS -> new LimitException(ErrorCode.LIMIT_DIMENSIONS, message);
      case MEMORY -> new LimitException(ErrorCode.LIMIT_MEMORY, message);
    };
  }

  @Override
  public void close() throws IOException {
    developer.close();
  }
}
