package dev.astrocat.thumbs.formats.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.formats.imageio.Decoded;
import dev.astrocat.thumbs.formats.preview.TiffLike.Entries;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** RAW containers that lie, loop and end early. */
final class HostileRawTest {

  private static final int MUTATIONS_A_FILE = 200;
  private static final byte[] PREVIEW = RawFixture.jpeg(200, 136);
  private static final Map<String, byte[]> FILES =
      EmbeddedPreviewDecoderTest.filesOfEachKind(
          RawFixture.jpeg(16, 16), RawFixture.jpeg(160, 80), RawFixture.jpeg(168, 88));

  @Test
  @Timeout(60)
  void changedBytesGiveAPictureOrATypedError() {
    Random random = new Random(3);
    int pictures = 0;
    int runs = 0;
    for (Map.Entry<String, byte[]> entry : FILES.entrySet()) {
      for (int i = 0; i < MUTATIONS_A_FILE; i++) {
        byte[] file = mutated(entry.getValue(), random);
        pictures += outcome(entry.getKey() + " " + i, file) ? 1 : 0;
        runs++;
      }
    }
    assertThat(pictures).isBetween(runs / 10, runs - runs / 10);
  }

  /** Structures of these files lie at both ends, so most changes go there. */
  private static byte[] mutated(byte[] file, Random random) {
    byte[] changed = file.clone();
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      int near = random.nextInt(Math.min(300, changed.length));
      int at = random.nextBoolean() ? near : changed.length - 1 - near;
      changed[at] =
          switch (random.nextInt(4)) {
            case 0 -> (byte) 0xFF;
            case 1 -> 0;
            case 2 -> (byte) (changed[at] + 1);
            default -> (byte) random.nextInt(256);
          };
    }
    return random.nextInt(5) == 0 ? Arrays.copyOf(changed, random.nextInt(file.length)) : changed;
  }

  /** Whether it became a picture; anything but a typed error fails the test. */
  private static boolean outcome(String what, byte[] file) {
    try {
      Decoded.of(new EmbeddedPreviewDecoder(), file);
      return true;
    } catch (ThumbnailException e) {
      assertThat(e.code())
          .as(what)
          .isIn(
              ErrorCode.DATA_MALFORMED,
              ErrorCode.DATA_TRUNCATED,
              ErrorCode.FORMAT_UNSUPPORTED,
              ErrorCode.LIMIT_DIMENSIONS,
              ErrorCode.LIMIT_MEMORY);
      return false;
    } catch (EOFException e) {
      return false; // counts as truncated
    } catch (IOException e) {
      throw new AssertionError(what, e);
    }
  }

  @Test
  void everyCutIsATypedError() {
    for (Map.Entry<String, byte[]> entry : FILES.entrySet()) {
      byte[] file = entry.getValue();
      for (int length = 1; length < file.length; length += 61) {
        outcome(entry.getKey() + " cut to " + length, Arrays.copyOf(file, length));
      }
    }
  }

  @Test
  void directoriesThatLeadToThemselvesAreReadOnce() throws IOException {
    TiffLike tiff = TiffLike.tiff();
    long sub = tiff.position();
    tiff.directory(Entries.of(330, sub));
    long at = tiff.block(PREVIEW);
    Entries main = Entries.of(330, sub, 8, sub).and(513, at).and(514, PREVIEW.length);
    byte[] file = tiff.page(main.bytes(50706, new byte[] {1, 4, 0, 0})).file();
    assertThat(Decoded.of(new EmbeddedPreviewDecoder(), file).info().width()).isEqualTo(200);
  }

  @Test
  @Timeout(20)
  void thousandsOfDirectoriesEnd() {
    TiffLike tiff = TiffLike.tiff();
    byte[] dng = {1, 4, 0, 0};
    for (int i = 0; i < 3000; i++) {
      tiff.page(Entries.of(513, 8).and(514, 9).bytes(50706, dng));
    }
    assertUnsupported(tiff.file());
  }

  @Test
  void offsetsBehindTheFileAreNotFollowed() {
    TiffLike tiff = TiffLike.tiff();
    Entries main = Entries.of(330, 0xFFFFFFF0L, 0x7FFFFFFFL).and(34665, 0xFFFFFFFFL);
    assertUnsupported(tiff.page(main.bytes(50706, new byte[] {1, 4, 0, 0})).file());
  }

  @Test
  @Timeout(20)
  void boxesInBoxesEnd() {
    byte[] nested = new byte[0];
    for (int i = 0; i < 2000; i++) {
      nested = Cr3Fixture.box("moov", nested);
    }
    assertUnsupported(TiffLike.joined(fileType(), nested));
    assertUnsupported(TiffLike.joined(fileType(), new byte[100_000])); // boxes of size 0
  }

  @Test
  void sizesOfBoxesMayLie() {
    for (long size : new long[] {0, 1, 15, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      byte[] box = Cr3Fixture.largeBox("moov", size, new byte[40]);
      assertUnsupported(TiffLike.joined(fileType(), box));
    }
  }

  private static byte[] fileType() {
    return Cr3Fixture.box("ftyp", "crx \0\0\0\1".getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  @Timeout(20)
  void heapsThatHoldThemselvesEnd() {
    ByteBuffer file = ByteBuffer.wrap(RawFixture.crw(PREVIEW, PREVIEW, 0));
    byte[] looping = file.array().clone();
    ByteBuffer bytes = ByteBuffer.wrap(looping).order(ByteOrder.LITTLE_ENDIAN);
    int directory = looping.length - 4 - 30;
    for (int i = 0; i < 3; i++) { // every entry is the whole heap again
      bytes.putShort(directory + 10 * i, (short) 0x3000);
      bytes.putInt(directory + 10 * i + 2, looping.length - 26);
      bytes.putInt(directory + 10 * i + 6, 0);
    }
    assertUnsupported(looping);
  }

  private static void assertUnsupported(byte[] file) {
    long start = System.nanoTime();
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> Decoded.of(new EmbeddedPreviewDecoder(), file))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FORMAT_UNSUPPORTED));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }
}
