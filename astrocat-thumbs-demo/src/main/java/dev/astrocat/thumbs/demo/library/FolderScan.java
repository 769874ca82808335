package dev.astrocat.thumbs.demo.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through a folder and all below it for image files. Links are not followed, so nothing
 * outside can come in; hidden files and folders are left out.
 */
public final class FolderScan {

  private static final Logger LOG = LoggerFactory.getLogger(FolderScan.class);
  private static final int ID_BYTES = 8;

  private FolderScan() {}

  /**
   * The images in these folders, folder by folder, each sorted by path. Blocks.
   *
   * @param leftOut a folder that is not looked into: the thumbnails of the images
   * @throws IOException when a root itself cannot be read; folders below that cannot be read are
   *     logged and left out
   */
  public static Library of(List<Path> roots, Path leftOut) throws IOException {
    List<LibraryImage> images = new ArrayList<>();
    for (Path root : roots) {
      if (Files.isRegularFile(root)) {
        throw new NotDirectoryException(root.toString());
      }
      Visitor visitor = new Visitor(root.toRealPath(), real(leftOut));
      Files.walkFileTree(visitor.root, visitor);
      visitor.found.sort(Comparator.comparing(LibraryImage::file));
      images.addAll(visitor.found);
    }
    return new Library(images);
  }

  /** Links resolved, if there is such a folder yet. */
  private static Path real(Path folder) throws IOException {
    return Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {

    private final Path root;
    private final Path leftOut;
    private final List<LibraryImage> found = new ArrayList<>();

    Visitor(Path root, Path leftOut) {
      this.root = root;
      this.leftOut = leftOut;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
      return hidden || folder.equals(leftOut)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString();
      if (attributes.isRegularFile() && ImageNames.isImage(name)) {
        found.add(
            new LibraryImage(
                id(file),
                file,
                folder(file),
                name,
                attributes.size(),
                attributes.lastModifiedTime().toInstant()));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (file.equals(root)) {
        throw failure;
      }
      LOG.warn("left out {}: {}", file, failure.toString());
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
      if (failure != null) {
        LOG.warn("left out the rest of {}: {}", folder, failure.toString());
      }
      return FileVisitResult.CONTINUE;
    }

    private String folder(Path file) {
      StringBuilder folder = new StringBuilder();
      for (Path element : root.relativize(file.getParent())) {
        folder.append(folder.isEmpty() ? "" : "/").append(element);
      }
      return folder.toString();
    }
  }

  /** From the URI, which keeps names apart that the locale cannot express. */
  private static String id(Path file) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(file.toUri().toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
