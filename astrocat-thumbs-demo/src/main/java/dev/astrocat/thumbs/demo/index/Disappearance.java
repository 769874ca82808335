package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.demo.catalog.KnownFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which known files are gone for certain: not met by the walk, not in a folder that could not be
 * read, and denied by the file system when it is asked. One thread.
 */
final class Disappearance {

  private static final int PAGE = 500;

  /** Then nothing at all is taken for gone. */
  private static final int MOST_UNREADABLE = 10_000;

  private final Set<Path> unreadable = new HashSet<>();

  /** Of the folders of one page of known files: whether they are empty places of a mount. */
  private final Map<Path, Boolean> vacated = new HashMap<>();

  /** A folder or file that could not be looked into. */
  void unreadable(Path path) {
    if (unreadable.size() < MOST_UNREADABLE) {
      unreadable.add(path);
    }
  }

  /** Forgets the files below a folder that are gone; how many there were. */
  long removeFrom(ImageBook book, ScanRequest request, SeenIds seen) throws InterruptedException {
    if (unreadable.size() >= MOST_UNREADABLE) {
      return 0;
    }
    long removed = 0;
    List<KnownFile> page = book.page(request.mount(), 0, PAGE);
    while (!page.isEmpty()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the scan is stopped");
      }
      vacated.clear();
      List<Long> gone = new ArrayList<>();
      for (KnownFile known : page) {
        if (!seen.contains(known.id()) && isGone(known, request)) {
          gone.add(known.id());
        }
      }
      removed += gone.isEmpty() ? 0 : book.remove(gone);
      page = book.page(request.mount(), page.get(page.size() - 1).id(), PAGE);
    }
    return removed;
  }

  private boolean isGone(KnownFile known, ScanRequest request) {
    Path file = known.file();
    Path folder = file.getParent();
    return file.startsWith(request.folder())
        && !isInUnreadable(file)
        && isMissing(file)
        && !vacated.computeIfAbsent(folder, place -> Connection.isVacated(place, known.fileKey()));
  }

  private boolean isInUnreadable(Path file) {
    Path path = file;
    while (path != null && !unreadable.isEmpty()) {
      if (unreadable.contains(path)) {
        return true;
      }
      path = path.getParent();
    }
    return false;
  }

  /** Whether the file system says that there is no such file; a refusal to tell is none. */
  static boolean isMissing(Path file) {
    try {
      Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return false;
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      // A file in the place of a folder on its way is ENOTDIR, which also means gone.
      return Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
    }
  }
}
