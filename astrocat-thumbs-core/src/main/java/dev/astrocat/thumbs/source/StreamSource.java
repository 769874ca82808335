package dev.astrocat.thumbs.source;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.LimitException;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.SourceException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object that is spooled into a temporary file, so that decoders know one kind of input. */
record StreamSource(String identity, SourceVersion version, Opener opener) implements ImageSource {

  private static final int BUFFER_BYTES = 1 << 16;

  static String lastPart(String identity) {
    String name = identity.substring(identity.lastIndexOf('/') + 1);
    return name.isEmpty() ? identity : name;
  }

  @Override
  public String name() {
    return lastPart(identity);
  }

  @Override
  public Optional<SourceVersion> givenVersion() {
    return Optional.of(version);
  }

  @Override
  public ImageSource withVersion(SourceVersion other) {
    return new StreamSource(identity, other, opener);
  }

  @Override
  public SourceVersion currentVersion() {
    return version;
  }

  @Override
  public Optional<Instant> placeChanged() {
    return Optional.of(Instant.MAX);
  }

  @Override
  public SourceBytes open(Limits limits) {
    try {
      Path spool = Files.createTempFile("astrocat-", ".spool");
      // Opened for deletion: the bytes go when the channel is closed, or the process dies.
      FileChannel channel =
          FileChannel.open(
              spool,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      try {
        return new SpooledBytes(name(), channel, spool(channel, limits), version);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new LimitException(ErrorCode.CANCELLED, "interrupted while fetching " + name(), e);
      }
      throw SourceException.unreadable(name(), e);
    }
  }

  private long spool(FileChannel channel, Limits limits) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long size = 0;
    try (InputStream stream = opened()) {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        Sizes.require(size + count, limits);
        ByteBuffer part = ByteBuffer.wrap(buffer, 0, count);
        while (part.hasRemaining()) {
          size += channel.write(part, size);
        }
      }
    }
    return size;
  }

  private InputStream opened() throws IOException {
    try {
      return opener.open();
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw new SourceException(
          ErrorCode.SOURCE_NOT_FOUND, "there is no object " + name() + "; check its name", e);
    }
  }

  /** Equal when they stand for the same bytes, however they are opened. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StreamSource that
        && identity.equals(that.identity)
        && version.equals(that.version);
  }

  @Override
  public int hashCode() {
    return Objects.hash(identity, version);
  }

  private record SpooledBytes(String name, FileChannel channel, long size, SourceVersion version)
      implements SourceBytes {

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      return channel.read(target, position);
    }

    @Override
    public void verifyUnchanged() {}

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
