package dev.astrocat.thumbs.demo.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** EXIF by hand: a first directory with a link to EXIF's own, as every camera writes it. */
final class CameraFactsTest {

  private static final int EXIF = 26;
  private static final int DATE = 100;
  private static final int EXPOSURE = 120;
  private static final CameraFacts NIGHT =
      new CameraFacts(
          OptionalDouble.of(30),
          OptionalDouble.of(1600),
          Optional.of(Instant.parse("2023-08-12T22:15:30Z")));

  @TempDir private Path folder;

  @Test
  void aTiffTellsOfTheExposure() throws IOException {
    assertThat(facts(tiff())).isEqualTo(NIGHT);
  }

  @Test
  void aJpegHasTheSameInASegment() throws IOException {
    assertThat(facts(jpeg())).isEqualTo(NIGHT);
  }

  @Test
  void aRafHasAJpegInside() throws IOException {
    byte[] jpeg = jpeg();
    ByteBuffer raf = ByteBuffer.allocate(200 + jpeg.length);
    raf.put("FUJIFILMCCD-RAW 0201".getBytes(StandardCharsets.ISO_8859_1)).putInt(84, 200);
    raf.position(200).put(jpeg);
    assertThat(facts(raf.array())).isEqualTo(NIGHT);
  }

  @Test
  @Timeout(60)
  void brokenBytesGiveWhatTheyGive() {
    Random random = new Random(1);
    for (int i = 0; i < 3000; i++) {
      byte[] bytes = i % 2 == 0 ? tiff() : jpeg();
      for (int n = random.nextInt(6); n >= 0; n--) {
        bytes[random.nextInt(bytes.length)] =
            (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
      }
      assertThatCode(() -> facts(bytes)).doesNotThrowAnyException();
    }
  }

  private CameraFacts facts(byte[] bytes) throws IOException {
    return CameraFacts.of(Files.write(folder.resolve("a"), bytes));
  }

  private static byte[] jpeg() {
    byte[] tiff = tiff();
    ByteBuffer jpeg = ByteBuffer.allocate(2 + 4 + 2 + 4 + 6 + tiff.length + 4);
    jpeg.putShort((short) 0xFFD8).putShort((short) 0xFFE0).putShort((short) 4).putShort((short) 0);
    jpeg.putShort((short) 0xFFE1).putShort((short) (8 + tiff.length));
    jpeg.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(tiff).putInt(0xFFDA0002);
    return jpeg.array();
  }

  /** Directory entries are tag, type, count and value (TIFF 6.0 section 2). */
  private static byte[] tiff() {
    ByteBuffer tiff = ByteBuffer.allocate(140).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    tiff.putShort((short) 1);
    entry(tiff, 0x8769, 4, 1, EXIF);
    tiff.putInt(0).position(EXIF);
    tiff.putShort((short) 3);
    entry(tiff, 0x829A, 5, 1, EXPOSURE);
    entry(tiff, 0x8827, 3, 1, 1600);
    entry(tiff, 0x9003, 2, 20, DATE);
    tiff.putInt(0).position(DATE);
    tiff.put("2023:08:12 22:15:30\0".getBytes(StandardCharsets.US_ASCII));
    tiff.putInt(300).putInt(10);
    return tiff.array();
  }

  private static void entry(ByteBuffer to, int tag, int type, int count, int value) {
    to.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }
}
