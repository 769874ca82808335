package dev.astrocat.thumbs.source;

import dev.astrocat.thumbs.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes in memory; the version is their digest unless the host gives one. */
final class MemorySource implements ImageSource {

  private final String name;
  private final byte[] bytes;
  private final Optional<SourceVersion> given;

  MemorySource(String name, byte[] bytes) {
    this(name, bytes, Optional.empty());
  }

  private MemorySource(String name, byte[] bytes, Optional<SourceVersion> given) {
    this.name = name;
    this.bytes = bytes;
    this.given = given;
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
    return given;
  }

  @Override
  public ImageSource withVersion(SourceVersion version) {
    return new MemorySource(name, bytes, Optional.of(version));
  }

  @Override
  public SourceVersion currentVersion() {
    return given.orElseGet(() -> new SourceVersion("sha256-" + sha256(bytes)));
  }

  @Override
  public SourceBytes open(Limits limits) {
    Sizes.require(bytes.length, limits);
    return new ArrayBytes(name(), bytes, currentVersion());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException("every Java runtime has SHA-256", e));
    }
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
