package dev.astrocat.thumbs.formats.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transparency is shown over black. */
class TransparencyTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8, 16})
  void theTransparentGreyIsBlack(int bits) throws IOException {
    int highest = (1 << bits) - 1;
    byte[] file =
        new PngFixture(4, 1, bits, 0)
            .chunk("tRNS", highest >> 8, highest)
            .write((x, y, s) -> x % 2 == 0 ? highest : highest / 2);
    int other = bits <= 8 ? highest / 2 * 255 / highest : highest / 2;
    assertThat(DecodedPng.of(file).samples()[0]).containsExactly(0, other, 0, other);
  }

  /** Section 11.3.1.1: of the two bytes only the image's own bits count. */
  @Test
  void higherBitsOfTheTransparentGreyAreIgnored() throws IOException {
    byte[] file =
        new PngFixture(2, 1, 4, 0).chunk("tRNS", 0xAB, 0xC3).write((x, y, s) -> x == 0 ? 3 : 9);
    assertThat(DecodedPng.of(file).samples()[0]).containsExactly(0, 9 * 17);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16})
  void onlyTheExactTransparentColourIsBlack(int bits) throws IOException {
    int scale = bits == 8 ? 1 : 257;
    byte[] file =
        new PngFixture(3, 1, bits, 2)
            .chunk(
                "tRNS",
                bits == 8 ? new int[] {0, 10, 0, 20, 0, 30} : new int[] {10, 10, 20, 20, 30, 30})
            .write((x, y, s) -> scale * (s == x ? 99 : 10 * (s + 1)) * (x == 2 && s == 2 ? 0 : 1));
    DecodedPng decoded = DecodedPng.of(file);
    assertThat(decoded.samples()[0]).containsExactly(99 * scale, 10 * scale, 10 * scale);
    byte[] hit =
        new PngFixture(1, 1, bits, 2)
            .chunk(
                "tRNS",
                bits == 8 ? new int[] {0, 10, 0, 20, 0, 30} : new int[] {10, 10, 20, 20, 30, 30})
            .write((x, y, s) -> scale * 10 * (s + 1));
    assertThat(DecodedPng.of(hit).samples()).isEqualTo(new int[][] {{0}, {0}, {0}});
  }

  @Test
  void paletteEntriesHaveAnAlphaEach() throws IOException {
    byte[] file =
        new PngFixture(3, 1, 2, 3)
            .chunk("PLTE", 200, 100, 50, 200, 100, 50, 200, 100, 50)
            .chunk("tRNS", 0, 128)
            .write((x, y, s) -> x);
    // round(v * 128 / 255): 200 -> 100, 100 -> 50, 50 -> 25
    assertThat(DecodedPng.of(file).samples())
        .isEqualTo(new int[][] {{0, 100, 200}, {0, 50, 100}, {0, 25, 50}});
  }

  @Test
  void aGreyPaletteIsOneChannel() throws IOException {
    byte[] file =
        new PngFixture(9, 1, 1, 3).chunk("PLTE", 7, 7, 7, 250, 250, 250).write((x, y, s) -> x % 2);
    assertThat(DecodedPng.of(file).samples())
        .isEqualTo(new int[][] {{7, 250, 7, 250, 7, 250, 7, 250, 7}});
  }

  @Test
  void indexesBehindThePaletteAreBlack() throws IOException {
    byte[] file =
        new PngFixture(3, 1, 8, 3).chunk("PLTE", 9, 8, 7).write((x, y, s) -> x == 0 ? 0 : 127 + x);
    assertThat(DecodedPng.of(file).samples())
        .isEqualTo(new int[][] {{9, 0, 0}, {8, 0, 0}, {7, 0, 0}});
  }

  @Test
  void aTransparencyChunkOfTheWrongLengthIsIgnored() throws IOException {
    byte[] file = new PngFixture(1, 1, 8, 2).chunk("tRNS", 0, 5).write((x, y, s) -> 5);
    assertThat(DecodedPng.of(file).samples()).isEqualTo(new int[][] {{5}, {5}, {5}});
  }
}
