package dev.astrocat.thumbs.formats.raw;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.Availability;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.formats.raw.engine.Development;
import dev.astrocat.thumbs.formats.raw.engine.RawEngine;
import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Develops in this JVM, on the calling thread, with an engine a file. Deadlines do not hold, and a
 * crash is everybody's. Thread-safe.
 */
final class InProcess implements RawDeveloper {

  private final WorkerCode code;
  private volatile Optional<Availability> tried = Optional.empty();

  InProcess(WorkerCode code) {
    this.code = code;
  }

  @Override
  public Availability availability() {
    if (tried.isEmpty()) {
      tried = Optional.of(tryOut());
    }
    return tried.get();
  }

  private Availability tryOut() {
    try {
      return Availability.ready(engine().version() + " in this process");
    } catch (ReflectiveOperationException | LinkageError e) {
      return Availability.missing(MissingEngine.words(e) + "; add org.bytedeco:javacpp");
    }
  }

  private RawEngine engine() throws ReflectiveOperationException {
    return Class.forName(code.engine()).asSubclass(RawEngine.class).getConstructor().newInstance();
  }

  @Override
  public RawFrame develop(SourceBytes source, Development wish, DecodeContext context)
      throws IOException, RawRefusal {
    Availability availability = availability();
    if (!availability.isReady()) {
      throw DecodeException.unsupported("camera RAW needs LibRaw: " + availability.detail());
    }
    RawDeveloper.requireSize(source);
    context.reserve(source.size());
    ByteBuffer file = ByteBuffer.allocateDirect(Math.toIntExact(source.size()));
    source.readFully(file, 0);
    context.checkpoint();
    RawFrame frame;
    try {
      frame = engine().develop(file.flip(), wish);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the RAW engine worked once, and no longer does", e);
    }
    context.checkpoint();
    context.reserve((long) frame.samples().length * SampleType.U16.bytes());
    return frame;
  }

  @Override
  public void close() {}
}
