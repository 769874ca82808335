package dev.astrocat.thumbs.formats.raw;

import java.io.IOException;

/** Creates and deletes worker folders, while other processes do the same. */
final class WorkerFolders {

  private static final int FOLDERS = 400;

  private WorkerFolders() {}

  public static void main(String[] temporary) throws IOException {
    for (int i = 0; i < FOLDERS; i++) {
      try (WorkerFolder folder = WorkerFolder.createIn(temporary[0])) {
        if (!folder.isThere()) {
          throw new IllegalStateException("folder " + i + " was deleted by another process");
        }
      }
    }
  }
}
