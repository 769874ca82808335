package dev.astrocat.thumbs.demo.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/**
 * Breaks a file in a few places, more often near its start, where headers are. The same seed breaks
 * the same file in the same way. One thread at a time.
 */
final class Mutation {

  private static final int HEADER_BYTES = 4096;
  private static final int MOST_CHANGES = 4;
  private static final String[] WORDS = {
    "-1",
    "0",
    "9",
    "65535",
    "65536",
    "2147483647",
    "4294967295",
    "9223372036854775807",
    "1e308",
    "NaN",
    "'",
    "\"",
    ":",
    ",",
    "<",
    "/>",
    "zlib",
    "lz4+sh",
    "zstd+sh",
    "embedded",
    "T",
    "END"
  };
  private static final int[] EXTREMES = {
    0, 1, -1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x10000, Integer.MAX_VALUE, 1 << 31
  };

  private final Random random;

  Mutation(long seed) {
    this.random = new Random(seed);
  }

  /** Another file; the given one is left alone. */
  byte[] of(byte[] file) {
    byte[] broken = file.clone();
    for (int i = 1 + random.nextInt(MOST_CHANGES); i > 0 && broken.length > 0; i--) {
      broken = changed(broken);
    }
    return broken;
  }

  private byte[] changed(byte[] file) {
    int at = place(file);
    switch (random.nextInt(8)) {
      case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> file[at] = (byte) random.nextInt();
      case 2 -> overwrite(file, at, word());
      case 3 -> overwrite(file, at, number());
      case 4 -> digit(file, at);
      case 5 -> overwrite(file, at, Arrays.copyOfRange(file, place(file), file.length), 64);
      case 6 -> {
        return Arrays.copyOf(file, random.nextInt(file.length + 1));
      }
      default -> {
        return without(file, at, 1 + random.nextInt(16));
      }
    }
    return file;
  }

  private int place(byte[] file) {
    int most = random.nextInt(3) > 0 ? Math.min(file.length, HEADER_BYTES) : file.length;
    return random.nextInt(most);
  }

  private byte[] word() {
    return WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.US_ASCII);
  }

  /** An extreme number of 1, 2 or 4 bytes, in either order. */
  private byte[] number() {
    int value = EXTREMES[random.nextInt(EXTREMES.length)];
    int ordered = random.nextBoolean() ? value : Integer.reverseBytes(value);
    byte[] bytes = {
      (byte) ordered, (byte) (ordered >> 8), (byte) (ordered >> 16), (byte) (ordered >> 24)
    };
    return Arrays.copyOf(bytes, 1 << random.nextInt(3));
  }

  /** Another digit in the next number that is written out, so that its header stays one. */
  private void digit(byte[] file, int from) {
    for (int i = from; i < file.length; i++) {
      if (file[i] >= '0' && file[i] <= '9') {
        file[i] = (byte) ('0' + random.nextInt(10));
        return;
      }
    }
  }

  private void overwrite(byte[] file, int at, byte[] bytes) {
    overwrite(file, at, bytes, bytes.length);
  }

  private static void overwrite(byte[] file, int at, byte[] bytes, int most) {
    int count = Math.min(Math.min(bytes.length, most), file.length - at);
    System.arraycopy(bytes, 0, file, at, count);
  }

  private static byte[] without(byte[] file, int at, int count) {
    int end = Math.min(file.length, at + count);
    byte[] shorter = Arrays.copyOf(file, file.length - (end - at));
    System.arraycopy(file, end, shorter, at, file.length - end);
    return shorter;
  }
}
