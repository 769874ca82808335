package dev.astrocat.thumbs.demo.serve.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * The token that a server makes for itself when it can be reached from a network and was given
 * none. Only its owner can read the file. Thread-safe.
 *
 * @param token what administrators send
 * @param file where it is kept
 * @param isNew whether it was made just now
 */
public record AdminTokenFile(String token, Path file, boolean isNew) {

  private static final String NAME = "admin-token";
  private static final int BYTES = 24;
  private static final Set<PosixFilePermission> OWNER_ALONE =
      PosixFilePermissions.fromString("rw-------");

  /**
   * The token kept in a folder; made when there is none. Blocks.
   *
   * @throws IOException if it can be neither read nor kept
   */
  public static AdminTokenFile in(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    try {
      String made = random();
      Files.createDirectories(folder);
      Files.createFile(file, onlyOwner(folder));
      Files.writeString(file, made + "\n", StandardOpenOption.WRITE);
      return new AdminTokenFile(made, file, true);
    } catch (FileAlreadyExistsException e) {
      if (hasOwners(folder)) {
        Files.setPosixFilePermissions(file, OWNER_ALONE); // as it is when we make it
      }
      String kept = Files.readString(file, StandardCharsets.UTF_8).strip();
      if (kept.isEmpty()) { // whoever made it died before it wrote
        kept = random();
        Files.writeString(file, kept + "\n");
        return new AdminTokenFile(kept, file, true);
      }
      return new AdminTokenFile(kept, file, false);
    }
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static FileAttribute<?>[] onlyOwner(Path folder) {
    return hasOwners(folder)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ALONE)}
        : new FileAttribute<?>[0];
  }

  private static boolean hasOwners(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
