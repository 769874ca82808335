package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A digest of a data block as it is stored (XISF 1.0 section 10.5).
 *
 * @param algorithm its name in Java
 * @param digest in hexadecimal digits, lower case
 */
record Checksum(String algorithm, String digest) {

  private static final int CHUNK_BYTES = 256 << 10;

  /**
   * Reads {@code algorithm:digest}.
   *
   * @return empty for an algorithm that is not in the specification: the picture may be sound
   */
  static Optional<Checksum> parse(String text) {
    int colon = text.indexOf(':');
    String name = (colon < 0 ? text : text.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
    String digest = text.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
    return algorithm(name).map(algorithm -> new Checksum(algorithm, digest));
  }

  private static Optional<String> algorithm(String name) {
    return switch (name) {
      case "sha-1", "sha1" -> Optional.of("SHA-1");
      case "sha-256", "sha256" -> Optional.of("SHA-256");
      case "sha-512", "sha512" -> Optional.of("SHA-512");
      case "sha3-256" -> Optional.of("SHA3-256");
      case "sha3-512" -> Optional.of("SHA3-512");
      default -> Optional.empty();
    };
  }

  /**
   * Reads all stored bytes and compares. The specification wants this before a block is unpacked.
   *
   * @throws DecodeException {@code DATA_MALFORMED} when the digests differ
   */
  void verify(StoredBytes stored, DecodeContext context) throws IOException {
    MessageDigest sum = newDigest();
    ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK_BYTES, stored.length()));
    for (long done = 0; done < stored.length(); done += chunk.limit()) {
      context.checkpoint();
      chunk.clear().limit((int) Math.min(chunk.capacity(), stored.length() - done));
      stored.read(chunk, done);
      sum.update(chunk.flip());
    }
    String found = HexFormat.of().formatHex(sum.digest());
    if (!found.equals(digest)) {
      throw DecodeException.malformed(
          "XISF: the checksum of the pixels is wrong, the file is damaged: "
              + algorithm
              + " is "
              + found
              + ", the header says "
              + digest);
    }
  }

  private MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
