package dev.astrocat.thumbs.formats.raw.libraw;

import dev.astrocat.thumbs.formats.raw.engine.Development;
import dev.astrocat.thumbs.formats.raw.engine.RawEngine;
import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.Loader;

/** Develops camera RAW files with LibRaw's native library. Thread-safe, as it keeps nothing. */
public final class LibRawEngine implements RawEngine {

  private static final int MEGABYTE = 1 << 20;

  private final String version;

  /**
   * Loads the native library.
   *
   * @throws LinkageError if JavaCPP or the native part is absent, or LibRaw is of another release
   *     than the one that this was built on
   */
  public LibRawEngine() {
    String platform = Loader.getPlatform();
    String library = platform + '/' + System.mapLibraryName("jniAstrocatRaw");
    if (LibRawEngine.class.getResource(library) == null) {
      throw new UnsatisfiedLinkError("this build has no native part for " + platform);
    }
    version = "LibRaw " + RawFile.libraryVersion();
    if (RawFile.libraryRelease() != RawFile.headerRelease()) {
      // Its structures differ from release to release: reading on would give any number.
      throw new UnsatisfiedLinkError(
          "%s is installed, but this was built with the headers of LibRaw %d.%d: build it again"
              .formatted(version, RawFile.headerRelease() >> 8, RawFile.headerRelease() & 0xff));
    }
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public RawFrame develop(ByteBuffer file, Development wish) throws RawRefusal {
    if (!file.isDirect()) {
      throw new IllegalArgumentException("LibRaw reads direct buffers alone");
    }
    long megabytes = wish.maxWorkBytes() / MEGABYTE + 1; // ours is the exact limit
    RawFile raw = RawFile.create((int) Math.min(megabytes, Integer.MAX_VALUE));
    if (raw == null) {
      throw new RawRefusal(RawRefusal.Reason.MEMORY, "no memory to open a RAW file");
    }
    try {
      Verdict.require(raw.open(file, file.remaining()));
      Bounds bounds = new Bounds(wish, file.remaining());
      bounds.check(raw);
      if (wish.mosaic() == Development.Mosaic.UNREAD) {
        return unread(raw);
      }
      Verdict.require(raw.decode());
      Verdict.requireMostlySound(raw);
      return frame(raw, wish.mosaic(), bounds);
    } finally {
      RawFile.destroy(raw);
      Reference.reachabilityFence(file);
    }
  }

  private static RawFrame unread(RawFile raw) {
    int channels = raw.filters() != 0 || raw.colors() == 1 ? 1 : 3;
    return Subject.of(raw).frame(1, 1, channels, new short[channels], "not developed");
  }

  private static RawFrame frame(RawFile raw, Development.Mosaic wanted, Bounds bounds)
      throws RawRefusal {
    Subject subject = Subject.of(raw);
    Mosaic mosaic = Mosaic.of(raw);
    if (mosaic == null) {
      return LibRawDevelopment.of(raw, subject, bounds);
    }
    if (mosaic.isBlank() && raw.damage() > 0) {
      throw new RawRefusal(RawRefusal.Reason.MALFORMED, "nothing but damaged data");
    }
    if (wanted == Development.Mosaic.KEPT || mosaic.filters().isMonochrome()) {
      return KeptMosaic.of(mosaic, subject);
    }
    if (!raw.knowsBalance() || raw.pixelAspect() != 1 || raw.colors() != 3) {
      return LibRawDevelopment.of(raw, subject, bounds);
    }
    if (mosaic.filters().isBayer()) {
      return BayerSuperpixel.of(mosaic, CameraColors.of(raw, mosaic.white()), subject);
    }
    if (mosaic.filters().isXTrans()) {
      return XTransSuperpixel.of(mosaic, CameraColors.of(raw, mosaic.white()), subject);
    }
    return LibRawDevelopment.of(raw, subject, bounds);
  }
}
