package dev.astrocat.thumbs.formats.webp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.RenderException;
import dev.astrocat.thumbs.encode.Picture;
import dev.astrocat.thumbs.encode.ThumbnailEncoder;
import dev.astrocat.thumbs.formats.imageio.Decoded;
import dev.astrocat.thumbs.formats.standard.WebpDecoder;
import dev.astrocat.thumbs.testing.TestPictures;
import dev.astrocat.thumbs.testing.ThumbnailEncoderContract;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebpEncoderTest extends ThumbnailEncoderContract {

  @Override
  protected ThumbnailEncoder encoder() {
    return new WebpEncoder();
  }

  /** The same promises for the other kind of file. */
  @Nested
  final class Lossless extends ThumbnailEncoderContract {

    @Override
    protected ThumbnailEncoder encoder() {
      return WebpEncoder.lossless();
    }
  }

  @ParameterizedTest
  @CsvSource({"37,23,1", "37,23,3", "1,1,3", "300,1,1", "1,300,3", "800,533,3"})
  void losslessGivesEverySampleBack(int width, int height, int channels) throws IOException {
    Picture picture = TestPictures.ramp(width, height, channels);
    byte[] plain = WebpEncoder.lossless().encode(picture);
    byte[] noted = WebpEncoder.lossless().withNote(plain, new byte[] {'a', 'b', 'c'});
    for (byte[] file : List.of(plain, noted)) {
      Decoded decoded = Decoded.of(new WebpDecoder(), file);
      for (int c = 0; c < 3; c++) {
        assertThat(decoded.samples()[c]).isEqualTo(unsigned(picture.planes()[c % channels]));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void lossyIsNearAndTheNoteChangesNoPixel(int channels) throws IOException {
    Picture picture = smooth(200, 133, channels);
    byte[] plain = encoder().encode(picture);
    Decoded decoded = Decoded.of(new WebpDecoder(), plain);
    assertThat(Decoded.of(new WebpDecoder(), encoder().withNote(plain, new byte[60])).samples())
        .isDeepEqualTo(decoded.samples());
    for (int c = 0; c < 3; c++) {
      assertThat(meanDifference(decoded.samples()[c], picture.planes()[c % channels]))
          .isLessThan(3);
    }
  }

  @Test
  void moreQualityTakesMoreBytes() throws IOException {
    Picture picture = TestPictures.ramp(200, 133, 3);
    List<Integer> sizes =
        IntStream.of(0, 40, 80, 100).mapToObj(quality -> size(quality, picture)).toList();
    assertThat(sizes).isSorted().doesNotHaveDuplicates();
    assertThat(new WebpEncoder().encode(picture)).isEqualTo(WebpEncoder.lossy(80).encode(picture));
  }

  @Test
  void qualityIsAPercentage() {
    assertThatIllegalArgumentException().isThrownBy(() -> WebpEncoder.lossy(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> WebpEncoder.lossy(101));
  }

  @Test
  void aSideThatTheFormatCannotTellIsRefused() throws IOException {
    assertThat(encoder().encode(flat(16_383, 1))).isNotEmpty();
    assertThatExceptionOfType(RenderException.class)
        .isThrownBy(() -> encoder().encode(flat(1, 16_384)))
        .withMessageContaining("16383")
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.ENCODE_FAILED));
  }

  @Test
  void saysThatItIsReady() {
    assertThat(encoder().availability().isReady()).isTrue();
  }

  @Test
  void manyThreadsGetTheSameFile() throws IOException {
    Picture picture = TestPictures.ramp(120, 80, 3);
    byte[] expected = encoder().encode(picture);
    List<byte[]> files =
        IntStream.range(0, 64).parallel().mapToObj(i -> file(encoder(), picture)).toList();
    assertThat(files).hasSize(64).allSatisfy(file -> assertThat(file).isEqualTo(expected));
  }

  private static int size(int quality, Picture picture) {
    return file(WebpEncoder.lossy(quality), picture).length;
  }

  private static byte[] file(ThumbnailEncoder encoder, Picture picture) {
    try {
      return encoder.encode(picture);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Picture flat(int width, int height) {
    return new Picture(width, height, new byte[][] {new byte[width * height]});
  }

  private static Picture smooth(int width, int height, int channels) {
    byte[][] planes = new byte[channels][width * height];
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < planes[c].length; i++) {
        planes[c][i] = (byte) (40 + 20 * c + i % width / 2 + i / width / 4);
      }
    }
    return new Picture(width, height, planes);
  }

  private static double[] unsigned(byte[] samples) {
    return IntStream.range(0, samples.length).mapToDouble(i -> samples[i] & 0xFF).toArray();
  }

  private static double meanDifference(double[] samples, byte[] expected) {
    return IntStream.range(0, samples.length)
        .mapToDouble(i -> Math.abs(samples[i] - (expected[i] & 0xFF)))
        .average()
        .orElseThrow();
  }
}
