package dev.astrocat.thumbs.source;

import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.digest.Digests;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/**
 * Bytes in memory; the version is their digest unless the host gives one. So two sources of one
 * name and other bytes are never taken for each other.
 */
final class MemorySource implements ImageSource {

  private final String name;
  private final byte[] bytes;
  private volatile Optional<SourceVersion> version; // the digest is taken when first asked for

  MemorySource(String name, byte[] bytes) {
    this(name, bytes, Optional.empty());
  }

  private MemorySource(String name, byte[] bytes, Optional<SourceVersion> version) {
    this.name = name;
    this.bytes = bytes;
    this.version = version;
  }

  @Override
  public String identity() {
    return name;
  }

  @Override
  public String name() {
    return StreamSource.lastPart(name);
  }

  @Override
  public Optional<SourceVersion> givenVersion() {
    if (version.isEmpty()) {
      version = Optional.of(new SourceVersion("sha256-" + Digests.sha256(bytes)));
    }
    return version;
  }

  @Override
  public ImageSource withVersion(SourceVersion version) {
    return new MemorySource(name, bytes, Optional.of(version));
  }

  @Override
  public SourceVersion currentVersion() {
    return givenVersion().orElseThrow();
  }

  @Override
  public Optional<Instant> placeChanged() {
    return Optional.of(Instant.MAX);
  }

  @Override
  public SourceBytes open(Limits limits) {
    Sizes.require(bytes.length, limits);
    return new ArrayBytes(name(), bytes, currentVersion());
  }

  private record ArrayBytes(String name, byte[] bytes, SourceVersion version)
      implements SourceBytes {

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public int read(ByteBuffer target, long position) {
      if (position >= bytes.length) {
        return -1;
      }
      int count = Math.min(target.remaining(), bytes.length - (int) position);
      target.put(bytes, (int) position, count);
      return count;
    }

    @Override
    public void verifyUnchanged() {}

    @Override
    public void close() {}
  }
}
