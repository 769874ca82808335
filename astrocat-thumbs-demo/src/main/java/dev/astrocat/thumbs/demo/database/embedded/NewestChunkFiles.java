package dev.astrocat.thumbs.demo.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files of H2 whose header always names the newest chunk; see {@link NewestChunkFile}. Public
 * because H2 makes them. Not part of the API.
 */
public final class NewestChunkFiles extends FilePathWrapper {

  /** What stands before their paths. */
  static final String SCHEME = "newest";

  /** Made by H2 for each path. */
  public NewestChunkFiles() {
    // Nothing but what H2 sets.
  }

  /** Lets H2 know of them. */
  static void register() {
    FilePath.register(new NewestChunkFiles());
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new NewestChunkFile(super.open(mode), toString());
  }
}
