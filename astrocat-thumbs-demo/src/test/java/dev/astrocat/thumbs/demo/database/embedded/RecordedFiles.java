package dev.astrocat.thumbs.demo.database.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Files of H2, {@code recorded:PATH}, whose writes are kept. Public because H2 makes them. */
public final class RecordedFiles extends FilePathWrapper {

  /**
   * A step of the only file that is recorded.
   *
   * @param position of bytes that are written; of the new end if there are none
   */
  record Step(long position, byte[] bytes) {

    /** The file after it, of which no more is done than this many bytes. */
    byte[] after(byte[] file, int most) {
      if (bytes.length == 0) {
        return Arrays.copyOf(file, (int) position);
      }
      int length = Math.min(bytes.length, most);
      if (length == 0) {
        return file; // a write that has not begun does not make the file longer
      }
      byte[] next = Arrays.copyOf(file, Math.max(file.length, (int) position + length));
      System.arraycopy(bytes, 0, next, (int) position, length);
      return next;
    }
  }

  private static final List<Step> STEPS = Collections.synchronizedList(new ArrayList<>());

  /** Made by H2 for each path. */
  public RecordedFiles() {
    // Nothing but what H2 sets.
  }

  /** Begins anew. */
  static List<Step> begin() {
    FilePath.register(new RecordedFiles());
    STEPS.clear();
    return STEPS;
  }

  @Override
  public String getScheme() {
    return "recorded";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    FileChannel file = super.open(mode);
    return new FileBaseDefault() {
      @Override
      public int write(ByteBuffer from, long position) throws IOException {
        ByteBuffer copy = from.duplicate();
        int length = file.write(from, position);
        byte[] bytes = new byte[length];
        copy.get(bytes);
        STEPS.add(new Step(position, bytes));
        return length;
      }

      @Override
      protected void implTruncate(long size) throws IOException {
        file.truncate(size);
        STEPS.add(new Step(size, new byte[0]));
      }

      @Override
      public int read(ByteBuffer to, long position) throws IOException {
        return file.read(to, position);
      }

      @Override
      public long size() throws IOException {
        return file.size();
      }

      @Override
      public FileLock tryLock(long position, long size, boolean isShared) throws IOException {
        return file.tryLock(position, size, isShared);
      }

      @Override
      protected void implCloseChannel() throws IOException {
        file.close();
      }
    };
  }
}
