package dev.astrocat.thumbs.formats.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.DecodeException;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Decompression of single strips. */
class CompressionTest {

  @Test
  void lzwWidensItsCodesAsLibtiffDoes() {
    byte[] expected = new byte[600];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = (byte) (i * i % 251);
    }
    byte[] strip = Base64.getDecoder().decode(LZW);
    byte[] out = new byte[600];
    assertThat(new LzwDecoder(strip, strip.length).decode(out, out.length)).isEqualTo(600);
    assertThat(out).isEqualTo(expected);
  }

  @Test
  void lzwOfTheOldBitOrderIsReadToo() {
    // 256, 7, 258, 257 of 9 bits, least significant first: Clear, 7, 7 7, End
    byte[] strip = {0x00, 0x0F, 0x08, 0x0C, 0x08};
    byte[] out = new byte[3];
    assertThat(new LzwDecoder(strip, strip.length).decode(out, out.length)).isEqualTo(3);
    assertThat(out).containsExactly(7, 7, 7);
  }

  @Test
  void lzwCodeBeforeItsDefinitionIsMalformed() {
    // Clear, then 300
    byte[] strip = {(byte) 0x80, 0x4B, 0, 0, 0};
    assertThatExceptionOfType(DecodeException.class)
        .isThrownBy(() -> new LzwDecoder(strip, strip.length).decode(new byte[9], 9))
        .withMessageContaining("300");
  }

  @Test
  void lzwThatEndsEarlyGivesWhatItHas() {
    byte[] strip = Arrays.copyOf(Base64.getDecoder().decode(LZW), 100);
    byte[] out = new byte[600];
    assertThat(new LzwDecoder(strip, strip.length).decode(out, out.length)).isBetween(80, 100);
  }

  @Test
  void packBitsDecodesApplesExample() {
    // Apple Technical Note 1023
    byte[] packed = {
      -2,
      (byte) 0xAA,
      2,
      (byte) 0x80,
      0,
      0x2A,
      -3,
      (byte) 0xAA,
      3,
      (byte) 0x80,
      0,
      0x2A,
      0x22,
      -9,
      (byte) 0xAA
    };
    byte[] expected = {
      -86, -86, -86, -128, 0, 42, -86, -86, -86, -86, -128, 0, 42, 34, -86, -86, -86, -86, -86, -86,
      -86, -86, -86, -86
    };
    byte[] out = new byte[24];
    assertThat(PackBits.decode(packed, packed.length, out, out.length)).isEqualTo(24);
    assertThat(out).isEqualTo(expected);
  }

  @Test
  void packBitsStaysInsideItsBuffers() {
    byte[] out = new byte[4];
    assertThat(PackBits.decode(new byte[] {127, 1, 2}, 3, out, 4)).isEqualTo(2);
    assertThat(PackBits.decode(new byte[] {-127, 9}, 2, out, 4)).isEqualTo(4);
    assertThat(PackBits.decode(new byte[] {-1}, 1, out, 4)).isZero();
    assertThat(PackBits.decode(new byte[] {-128, -128, 0, 5}, 4, out, 4)).isEqualTo(1);
  }

  // im = Image.frombytes('L', (600, 1), bytes(i * i % 251 for i in range(600)))
  // im.save(b, 'TIFF', compression='tiff_lzw'), the bytes of its one strip
  private static final String LZW =
      "gAAAIEBIQDIkGJAKJkPKQVLEcIFExJNyVXzpDZKPaucYfLCTaAUKqYbopOS9B5eV4HLizCJsZItRzxLbCGCb"
          + "Bp8dplbRWZ5PZhQaJZbxqeaDCqkHTNM4DTg8bJ9EbGOAcYp1E7WRhEfK1OYzeC0PRCBjTUJxIYXdDATR2Kg0"
          + "Cz1bbDVqZQ53NJdKZLIpBH4/IJFJZTLppO6HTKtYbbeoWGhUOyaYDoC5DOKhaYMIR6WjwGZzWr5IiMawnOrF"
          + "DhwYwjPrZHicAZnZo6UgVQbzNTeLLRKDMJ7PKzaMrtPgNTYwYRbeKOFrJNgRWZcA6vLwPXpyFLdTBVCjQSZY"
          + "D7jVx7JQbdK+SpuJImArhYipSB5MhRIAxEgZCAJAgBgUEgyEIUhiHIgiSKIsjCNI4jyQJEkiTJQlSWJcmCZJ"
          + "omycJ0nifKAoSiKMpClKYpyoKkqirKwrSuK8sCxLIsy0LUti3LguS6LsvC9L4vzAMEwjDMQxTGMcyDJMoyzM"
          + "M0zjPNA0TSNM1DVNY1zYNk2jbNw3TeN84DhOI4zkOU5jnOg6TqOs7DtO47zwPE8jzPQ9T2Pc+D5Po+z8P0/i"
          + "BoKg6EoWhqHoiiaKoujKNo6j6QpGkqTpSlaWpemKZpqm6cp2nqfqCoaiqOpKlqap6oqmqqrqyrauq+sI9ICA";
}
