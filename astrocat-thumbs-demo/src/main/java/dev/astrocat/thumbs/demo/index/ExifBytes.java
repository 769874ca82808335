package dev.astrocat.thumbs.demo.index;

import com.drew.lang.RandomAccessReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The bytes of a file from where its EXIF begins, for a library that believes what it reads: it
 * gets so many bytes and no more, whatever the file claims. One thread.
 */
final class ExifBytes extends RandomAccessReader {

  /** A camera's first directories take a tenth of it. */
  private static final int MOST_BYTES = 256 << 10;

  private static final int BLOCK_BYTES = 4 << 10;

  private final FileChannel file;
  private final long base;
  private final long length;
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES).limit(0);
  private long blockStart;
  private int left = MOST_BYTES;

  ExifBytes(FileChannel file, long base) throws IOException {
    this.file = file;
    this.base = base;
    this.length = Math.min(Math.max(0, file.size() - base), Integer.MAX_VALUE);
  }

  @Override
  public int toUnshiftedOffset(int offset) {
    return offset;
  }

  @Override
  public long getLength() {
    return length;
  }

  @Override
  public byte getByte(int index) throws IOException {
    spend(1);
    validateIndex(index, 1);
    long position = base + index;
    if (position < blockStart || position >= blockStart + block.limit()) {
      fill(position);
    }
    return block.get((int) (position - blockStart));
  }

  @Override
  public byte[] getBytes(int index, int count) throws IOException {
    spend(count);
    validateIndex(index, count);
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      left++; // spent above
      bytes[i] = getByte(index + i);
    }
    return bytes;
  }

  @Override
  protected boolean isValidIndex(int index, int count) {
    return index >= 0 && count >= 0 && (long) index + count <= length;
  }

  @Override
  protected void validateIndex(int index, int count) throws IOException {
    if (!isValidIndex(index, count)) {
      throw new EOFException("EXIF: " + count + " bytes at " + index + " of " + length);
    }
  }

  private void spend(int count) throws IOException {
    if (count < 0 || count > left) {
      throw new IOException("EXIF: more than " + MOST_BYTES + " bytes");
    }
    left -= count;
  }

  private void fill(long position) throws IOException {
    block.clear();
    blockStart = position;
    while (block.hasRemaining() && file.read(block, blockStart + block.position()) >= 0) {
      // A read may give less than there is.
    }
    block.flip();
    if (!block.hasRemaining()) {
      throw new EOFException("EXIF: the file ends at byte " + position);
    }
  }
}
