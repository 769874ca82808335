package dev.astrocat.thumbs.formats.raw;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes the folders of processes that were killed before they could. Thread-safe. */
final class StaleFolders {

  private static final Logger log = LoggerFactory.getLogger(StaleFolders.class);

  private static final String ANY = "astrocat-raw-";

  /**
   * Folders of this process are never looked into: closing a second channel to a locked file lets
   * go of the lock.
   */
  static final String PREFIX = ANY + UUID.randomUUID() + "-";

  /** The file that the owner of a folder holds locked. */
  static final String OWNER = "owner";

  private StaleFolders() {}

  /** Deletes what lies beside {@code own} and belongs to nobody, as far as that is possible. */
  static void deleteBeside(Path own) {
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(own.resolveSibling("."), ANY + "*")) {
      for (Path folder : folders) {
        deleteIfStale(folder, own);
      }
    } catch (IOException | DirectoryIteratorException e) {
      log.debug("the folders beside {} cannot be listed", own, e);
    }
  }

  /** The place may be open to all: what another user put there is not touched. */
  private static boolean isOurs(Path folder, Path own) throws IOException {
    return !folder.getFileName().toString().startsWith(PREFIX)
        && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own));
  }

  private static void deleteIfStale(Path folder, Path own) {
    try {
      if (isOurs(folder, own)) {
        deleteIfNobodys(folder);
      }
    } catch (IOException | OverlappingFileLockException e) {
      log.debug("{} is left alone", folder, e); // just being made, or just being deleted
    }
  }

  private static void deleteIfNobodys(Path folder) throws IOException {
    try (FileChannel owner = FileChannel.open(folder.resolve(OWNER), StandardOpenOption.WRITE);
        FileLock lock = owner.tryLock()) {
      if (lock != null) {
        deleteTree(folder);
      }
    }
  }

  /** Lets go of a folder for good; what cannot be deleted is left for the next process. */
  static void closeAndDelete(FileChannel owner, Path folder) {
    try (owner) {
      deleteTree(folder);
    } catch (IOException e) {
      log.debug("{} could not be deleted", folder, e);
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
