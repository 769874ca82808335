package dev.astrocat.thumbs.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import net.jpountz.lz4.LZ4Factory;

/**
 * Writes a monolithic XISF file of a made-up sky: plain, or packed in one block as PixInsight does.
 */
final class SkyXisf {

  private static final int BLOCK_AT = 4096;

  private SkyXisf() {}

  /**
   * A file with one image.
   *
   * @param codec {@code none}, {@code lz4} or {@code zlib}; bytes are shuffled before they are
   *     packed
   */
  static void write(Path file, Sky sky, String codec) throws IOException {
    byte[] plain = samples(sky);
    byte[] block =
        switch (codec) {
          case "none" -> plain;
          case "lz4" ->
              LZ4Factory.fastestInstance()
                  .fastCompressor()
                  .compress(shuffled(plain, sky.sampleBytes()));
          case "zlib" -> deflated(shuffled(plain, sky.sampleBytes()));
          default -> throw new IllegalArgumentException("no such codec: " + codec);
        };
    byte[] header = header(sky, codec, block.length).getBytes(StandardCharsets.UTF_8);
    ByteBuffer start = ByteBuffer.allocate(BLOCK_AT).order(ByteOrder.LITTLE_ENDIAN);
    start.put("XISF0100".getBytes(StandardCharsets.US_ASCII)).putInt(header.length).putInt(0);
    start.put(header);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(start.array());
      out.write(block);
    }
  }

  /** The samples as a zlib+sh block holds them. */
  static byte[] deflated(Sky sky) {
    return deflated(shuffled(samples(sky), sky.sampleBytes()));
  }

  private static byte[] samples(Sky sky) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.toIntExact(sky.bytes())).order(ByteOrder.LITTLE_ENDIAN);
    double[] samples = new double[sky.width()];
    for (int row = 0; row < sky.rows(); row++) {
      sky.nextRow(samples);
      for (double sample : samples) {
        if (sky.floats()) {
          bytes.putFloat((float) (sample / 65_535));
        } else {
          bytes.putShort((short) (int) sample);
        }
      }
    }
    return bytes.array();
  }

  private static byte[] shuffled(byte[] plain, int itemBytes) {
    byte[] shuffled = new byte[plain.length];
    int items = plain.length / itemBytes;
    for (int i = 0; i < plain.length; i++) {
      shuffled[i % itemBytes * items + i / itemBytes] = plain[i];
    }
    return shuffled;
  }

  private static byte[] deflated(byte[] plain) {
    Deflater deflater = new Deflater();
    deflater.setInput(plain);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length);
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static String header(Sky sky, String codec, int blockBytes) {
    String compression = " compression=\"" + codec + "+sh:" + sky.bytes() + ":" + sky.sampleBytes();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<xisf version=\"1.0\" xmlns=\"http://www.pixinsight.com/xisf\"><Image geometry=\""
        + String.join(":", "" + sky.width(), "" + sky.height(), "" + sky.channels())
        + (sky.floats()
            ? "\" sampleFormat=\"Float32\" bounds=\"0:1\""
            : "\" sampleFormat=\"UInt16\"")
        + (sky.channels() == 3 ? " colorSpace=\"RGB\"" : " colorSpace=\"Gray\"")
        + (codec.equals("none") ? "" : compression + "\"")
        + (" location=\"attachment:" + BLOCK_AT + ":" + blockBytes)
        + "\"/></xisf>";
  }
}
