package dev.astrocat.thumbs.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes small FITS files in memory, sound ones and ones that lie:
 *
 * <pre>{@code
 * byte[] mono = FitsFixture.image(16, 4, 3).keyword("BZERO", 32768).stored(i -> i).bytes();
 * byte[] two = FitsFixture.file(FitsFixture.empty(), FitsFixture.image(-32, 4, 3).named("SCI"));
 * byte[] lie = FitsFixture.image(16, 4, 3).card("NAXIS1", "-1").bytes();
 * }</pre>
 */
public final class FitsFixture {

  private static final int BLOCK = 2880;
  private static final int CARD = 80;

  private final String extension;
  private final Map<String, String> cards = new LinkedHashMap<>();
  private final List<String> words = new ArrayList<>();
  private byte[] data;

  private FitsFixture(String extension, int bitpix, int... axes) {
    this.extension = extension;
    cards.put("BITPIX", String.valueOf(bitpix));
    cards.put("NAXIS", String.valueOf(axes.length));
    for (int i = 0; i < axes.length; i++) {
      cards.put("NAXIS" + (i + 1), String.valueOf(axes[i]));
    }
    long samples =
        axes.length == 0 ? 0 : IntStream.of(axes).asLongStream().reduce(1, (a, b) -> a * b);
    data = new byte[(int) Math.max(0, Math.min(samples * Math.abs(bitpix) / 8, 1 << 24))];
  }

  /** An HDU with an array of zeros; {@code axes} are NAXIS1, NAXIS2... */
  public static FitsFixture image(int bitpix, int... axes) {
    return new FitsFixture("IMAGE", bitpix, axes);
  }

  /** An HDU without data. */
  public static FitsFixture empty() {
    return new FitsFixture("IMAGE", 8);
  }

  /** A binary table; needs keywords TFIELDS, TFORMn and, with a heap, PCOUNT. */
  public static FitsFixture table(int rowBytes, int rows) {
    return new FitsFixture("BINTABLE", 8, rowBytes, rows).keyword("PCOUNT", 0).keyword("GCOUNT", 1);
  }

  /** A file of these HDUs; the first becomes the primary one. */
  public static byte[] file(FitsFixture... hdus) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int i = 0; i < hdus.length; i++) {
      file.writeBytes(hdus[i].hdu(i == 0));
    }
    return file.toByteArray();
  }

  /** Bytes inside one gzip member. */
  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** A keyword with a number, a logical value ({@link Boolean}) or a string. */
  public FitsFixture keyword(String name, Object value) {
    if (value instanceof Boolean logical) {
      return card(name, logical ? "T" : "F");
    }
    return card(name, value instanceof String text ? quoted(text) : value.toString());
  }

  /** EXTNAME. */
  public FitsFixture named(String name) {
    return keyword("EXTNAME", name);
  }

  /** A card whose value is exactly this text: for lies. */
  public FitsFixture card(String name, String value) {
    cards.put(name, value);
    return this;
  }

  /** A whole card, behind the others. */
  public FitsFixture line(String card) {
    words.add(card);
    return this;
  }

  /** Takes a card away. */
  public FitsFixture without(String name) {
    cards.remove(name);
    return this;
  }

  /** Stored values, first axis fastest, in the type of BITPIX. */
  public FitsFixture stored(IntToDoubleFunction value) {
    int bitpix = Integer.parseInt(cards.get("BITPIX"));
    ByteBuffer buffer = ByteBuffer.wrap(data);
    for (int i = 0; buffer.hasRemaining(); i++) {
      double stored = value.applyAsDouble(i);
      switch (bitpix) {
        case 8 -> buffer.put((byte) (int) stored);
        case 16 -> buffer.putShort((short) (int) stored);
        case 32 -> buffer.putInt((int) stored);
        case 64 -> buffer.putLong((long) stored);
        case -32 -> buffer.putFloat((float) stored);
        default -> buffer.putDouble(stored);
      }
    }
    return this;
  }

  /** Stored values one by one. */
  public FitsFixture stored(double... values) {
    return stored(i -> values[i]);
  }

  /** The data as bytes: a table's rows and heap. */
  public FitsFixture data(byte[] bytes) {
    data = bytes.clone();
    return this;
  }

  /** A file of this HDU alone. */
  public byte[] bytes() {
    return file(this);
  }

  private byte[] hdu(boolean primary) {
    StringBuilder header = new StringBuilder();
    header.append(
        primary ? line("SIMPLE", "T") : line("XTENSION", quoted(String.format("%-8s", extension))));
    cards.forEach((name, value) -> header.append(line(name, value)));
    words.forEach(card -> header.append(padded(card)));
    header.append(padded("END"));
    byte[] text = header.toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] head = Arrays.copyOf(text, blocks(text.length));
    Arrays.fill(head, text.length, head.length, (byte) ' ');
    byte[] hdu = Arrays.copyOf(head, head.length + blocks(data.length));
    System.arraycopy(data, 0, hdu, head.length, data.length);
    return hdu;
  }

  private static String line(String name, String value) {
    return padded(String.format("%-8s= %s", name, value.startsWith("'") ? value : right(value)));
  }

  private static String right(String value) {
    return String.format("%20s", value);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String padded(String card) {
    return String.format("%-" + CARD + "s", card).substring(0, CARD);
  }

  private static int blocks(int bytes) {
    return (bytes + BLOCK - 1) / BLOCK * BLOCK;
  }
}
