package dev.astrocat.thumbs.formats.xisf;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;
import net.jpountz.lz4.LZ4Factory;

/** Packs bytes the ways that XISF names (section 10.6). */
final class Packing {

  private Packing() {}

  /** Packed bytes of a codec, with or without {@code +sh}, which is another step. */
  static byte[] pack(String codec, byte[] plain) {
    return switch (codec.replace("+sh", "")) {
      case "" -> plain.clone();
      case "zlib" -> deflated(plain);
      case "lz4" -> LZ4Factory.safeInstance().fastCompressor().compress(plain);
      case "lz4hc" -> LZ4Factory.safeInstance().highCompressor().compress(plain);
      case "zstd" -> Zstd.compress(plain);
      default -> throw new IllegalArgumentException(codec);
    };
  }

  /** First bytes of all items, then all second ones...; what is left over follows as it is. */
  static byte[] shuffled(byte[] plain, int itemSize) {
    byte[] shuffled = plain.clone();
    int items = plain.length / itemSize;
    for (int i = 0; i < items; i++) {
      for (int b = 0; b < itemSize; b++) {
        shuffled[b * items + i] = plain[i * itemSize + b];
      }
    }
    return shuffled;
  }

  private static byte[] deflated(byte[] plain) {
    Deflater deflater = new Deflater();
    deflater.setInput(plain);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }
}
