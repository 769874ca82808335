package dev.astrocat.thumbs.formats.unpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Files packed by Python's bz2 module; checksums by zlib.crc32 of what was packed. */
class Bzip2StreamTest {

  /** {@code b'a'*300 + bytes(range(60, 100)) + b'bbbb' + b'cccc' + b'c'*255 + b'tail'}, level 9. */
  private static final String RUNS =
      "QlpoOTFBWSZTWe6m/mIAABZfgMAAACAAB//////4JAQAAAggAEjDQ0DTQANDJiaMJoZmk00BpoAGmTIA0FsZJKGaeimo"
          + "VY7Lbr8Mcs9Ndib8clN0dCe1eerVC/4EDngcJwDAb0HoCf+IBPxdyRThQkO6m/mI";

  /** {@code b'ab'*60000 + b'c'*9}, level 1: more than one block. */
  private static final String BLOCKS =
      "QlpoMTFBWSZTWfFLiycAYaMBADAAIAAwgCkZQlBaoSguYoKyTKazHkcFjgAnGoIABABwAEAAYZpoFKj02ihUf0UKjW4X"
          + "ckU4UJBttJSI";

  @Test
  void runsOfAnyLengthAreExpanded() throws IOException {
    byte[] text = unpacked(packed(RUNS), 7);

    assertThat(text).hasSize(607);
    assertThat(crc(text)).isEqualTo(0xC6C53712L);
  }

  @Test
  void blocksFollowEachOther() throws IOException {
    byte[] text = unpacked(packed(BLOCKS), 65_536);

    assertThat(text).hasSize(120_009);
    assertThat(crc(text)).isEqualTo(0xD702E408L);
  }

  @Test
  void streamsFollowEachOther() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(packed(RUNS));
    file.writeBytes(packed(BLOCKS));

    assertThat(unpacked(file.toByteArray(), 1000)).hasSize(607 + 120_009);
  }

  @Test
  void cutFileEndsEarly() {
    byte[] file = packed(RUNS);

    for (int length = 1; length < file.length; length++) {
      byte[] part = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> unpacked(part, 100)).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void wrongChecksumIsMalformed() {
    byte[] file = packed(RUNS);
    file[11] ^= 1;

    assertThatThrownBy(() -> unpacked(file, 100))
        .isInstanceOfSatisfying(
            ThumbnailException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_MALFORMED))
        .hasMessageContaining("checksum");
  }

  @Test
  void brokenDataIsATypedFailure() throws IOException {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      byte[] file = packed(round % 2 == 0 ? RUNS : BLOCKS);
      file[4 + random.nextInt(file.length - 4)] ^= (byte) (1 << random.nextInt(8));
      assertTyped(file);
    }
  }

  private static void assertTyped(byte[] file) throws IOException {
    try {
      assertThat(unpacked(file, 5000).length).isIn(607, 120_009);
    } catch (ThumbnailException e) {
      assertThat(e.code()).isIn(ErrorCode.DATA_MALFORMED, ErrorCode.FORMAT_UNSUPPORTED);
    } catch (EOFException e) {
      assertThat(e).hasMessageContaining("ends early");
    }
  }

  private static byte[] packed(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private static byte[] unpacked(byte[] file, int pieceBytes) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    byte[] piece = new byte[pieceBytes];
    try (SourceBytes source = ImageSource.of("a.bz2", file).open(Limits.defaults());
        Bzip2Stream stream = new Bzip2Stream(source)) {
      for (int count = stream.read(piece); count >= 0; count = stream.read(piece)) {
        text.write(piece, 0, count);
      }
    }
    return text.toByteArray();
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
