package dev.astrocat.thumbs.source;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.SourceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** An open file, read by position. */
final class ChannelBytes implements SourceBytes {

  private final String name;
  private final FileChannel channel;
  private final long size;
  private final SourceVersion version;
  private final PathSource file;
  private final SourceVersion opened;

  ChannelBytes(
      String name,
      FileChannel channel,
      long size,
      SourceVersion version,
      PathSource file,
      SourceVersion opened) {
    this.name = name;
    this.channel = channel;
    this.size = size;
    this.version = version;
    this.file = file;
    this.opened = opened;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public SourceVersion version() {
    return version;
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    return channel.read(target, position);
  }

  @Override
  public void verifyUnchanged() {
    if (!file.currentVersion().equals(opened)) {
      throw new SourceException(
          ErrorCode.SOURCE_CHANGED, name + " changed while it was read; try again");
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
