package dev.astrocat.thumbs.demo.serve;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What file-system failures mean, in words. */
final class Reasons {

  private Reasons() {}

  static String of(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    if (failure instanceof NotDirectoryException || failure instanceof FileAlreadyExistsException) {
      return "is not a folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "no permission";
    }
    return failure.getReason() == null ? failure.getClass().getSimpleName() : failure.getReason();
  }
}
