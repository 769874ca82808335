package dev.astrocat.thumbs.architecture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A DNG of one grey ramp behind RGGB filters, uncompressed (DNG 1.6 chapter 4). */
final class SmallDng {

  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final int BYTE = 1;
  private static final int ASCII = 2;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int SIGNED_RATIONAL = 10;
  private static final int ENTRIES = 19;
  private static final int VALUES = 8 + 2 + 12 * ENTRIES + 4;

  private final ByteBuffer directory = ByteBuffer.allocate(VALUES).order(ByteOrder.LITTLE_ENDIAN);
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();

  private SmallDng() {}

  static byte[] bytes() {
    return new SmallDng().write();
  }

  private byte[] write() {
    directory.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) ENTRIES);
    entry(254, LONG, 0);
    entry(256, LONG, WIDTH);
    entry(257, LONG, HEIGHT);
    entry(258, SHORT, 16);
    entry(259, SHORT, 1);
    entry(262, SHORT, 32803);
    text(271, "Astrocat\0");
    text(272, "Small One\0");
    entry(273, LONG, 4096);
    entry(277, SHORT, 1);
    entry(278, LONG, HEIGHT);
    entry(279, LONG, 2 * WIDTH * HEIGHT);
    entry(33421, SHORT, 2 | 2 << 16, 2);
    entry(33422, BYTE, 0x02010100, 4);
    entry(50706, BYTE, 0x00000401, 4);
    text(50708, "Astrocat Small One\0");
    entry(50717, LONG, 65535);
    numbers(50721, SIGNED_RATIONAL, 1, 0, 0, 0, 1, 0, 0, 0, 1);
    numbers(50728, RATIONAL, 1, 1, 1);
    directory.putInt(0);

    ByteBuffer file = ByteBuffer.allocate(4096 + 2 * WIDTH * HEIGHT);
    file.order(ByteOrder.LITTLE_ENDIAN).put(directory.flip()).put(values.toByteArray());
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      file.putShort(4096 + 2 * i, (short) (i % WIDTH * 900 + i / WIDTH * 100));
    }
    return file.array();
  }

  private void entry(int tag, int type, int value) {
    entry(tag, type, value, 1);
  }

  private void entry(int tag, int type, int value, int count) {
    directory.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  private void text(int tag, String text) {
    entry(tag, ASCII, VALUES + values.size(), text.length());
    values.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private void numbers(int tag, int type, int... numerators) {
    entry(tag, type, VALUES + values.size(), numerators.length);
    ByteBuffer all = ByteBuffer.allocate(8 * numerators.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int numerator : numerators) {
      all.putInt(numerator).putInt(1);
    }
    values.writeBytes(all.array());
  }
}
