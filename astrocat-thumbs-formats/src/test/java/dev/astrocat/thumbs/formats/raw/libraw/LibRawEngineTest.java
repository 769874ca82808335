package dev.astrocat.thumbs.formats.raw.libraw;

import static dev.astrocat.thumbs.formats.raw.libraw.NativePart.KEPT;
import static dev.astrocat.thumbs.formats.raw.libraw.NativePart.SUPERPIXEL;
import static dev.astrocat.thumbs.formats.raw.libraw.NativePart.direct;
import static dev.astrocat.thumbs.formats.raw.libraw.NativePart.pixel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.astrocat.thumbs.formats.raw.engine.Development;
import dev.astrocat.thumbs.formats.raw.engine.Development.Mosaic;
import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal.Reason;
import dev.astrocat.thumbs.testing.Needs;
import dev.astrocat.thumbs.testing.Tool;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Needs(Tool.LIBRAW)
class LibRawEngineTest {

  private LibRawEngine engine;

  @BeforeEach
  void load() {
    engine = new LibRawEngine();
  }

  private Reason refusal(byte[] file, Development wish) {
    return catchThrowableOfType(RawRefusal.class, () -> engine.develop(direct(file), wish))
        .reason();
  }

  private static DngFixture gradient() {
    return DngFixture.mosaic("RGGB", 48, 32, (row, column, channel) -> 100 * row + column);
  }

  @Test
  void versionNamesTheLibrary() {
    assertThat(engine.version()).matches("LibRaw \\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void keptMosaicIsTheSensorsOwnGrey() throws RawRefusal {
    RawFrame frame =
        engine.develop(gradient().black(1, 50).white(16_050).neutral(0.5, 1, 0.5).buffer(), KEPT);

    assertThat(frame.channels()).isEqualTo(1);
    assertThat(frame.width()).isEqualTo(48);
    assertThat(frame.process()).isEqualTo("mosaic RGGB");
    // (100 * row + column - 50) * 65,535 / 16,000, from below 0.
    assertThat(pixel(frame, 0, 7)).containsExactly(0);
    assertThat(pixel(frame, 20, 30)).containsExactly(8110);
  }

  @Test
  void whatIsNotDevelopedTellsItsSensor() throws RawRefusal {
    Development wish = new Development(Mosaic.UNREAD, 48 * 32, 48, 0, 1 << 20);
    RawFrame frame = engine.develop(gradient().buffer(), wish);

    assertThat(frame.sensorWidth()).isEqualTo(48);
    assertThat(frame.sensorHeight()).isEqualTo(32);
    assertThat(frame.channels()).isEqualTo(1);
    assertThat(frame.samples()).hasSize(1);
  }

  @Test
  void oneColourIsGreyInBothWays() throws RawRefusal {
    DngFixture grey =
        DngFixture.linear(1, 48, 32, (row, column, channel) -> 1000 + 100 * row)
            .black(1, 1000)
            .white(17_000);

    for (Development wish : new Development[] {SUPERPIXEL, KEPT}) {
      RawFrame frame = engine.develop(grey.buffer(), wish);
      assertThat(frame.channels()).isEqualTo(1);
      assertThat(frame.process()).isEqualTo("monochrome");
      assertThat(pixel(frame, 10, 5)[0]).isCloseTo(4096, within(1));
    }
  }

  @Test
  void linearDngIsDevelopedByLibRawAtFullSize() throws RawRefusal {
    RawFrame frame =
        engine.develop(
            DngFixture.linear(
                    3, 48, 32, (row, column, channel) -> new int[] {1000, 3000, 500}[channel])
                .neutral(0.5, 1, 1)
                .buffer(),
            SUPERPIXEL);

    assertThat(frame.process()).isEqualTo("LibRaw");
    assertThat(frame.width()).isEqualTo(48);
    assertThat(pixel(frame, 10, 10)[0]).isCloseTo(8192, within(20));
    assertThat(pixel(frame, 10, 10)[1]).isCloseTo(12288, within(20));
    assertThat(pixel(frame, 10, 10)[2]).isCloseTo(2048, within(20));
  }

  @Test
  void pixelsThatAreNotSquareAreMadeSquare() throws RawRefusal {
    RawFrame wide = engine.develop(gradient().scale(2, 1).buffer(), SUPERPIXEL);
    assertThat(wide.width()).isEqualTo(48);
    assertThat(wide.height()).isEqualTo(16);

    RawFrame high = engine.develop(gradient().scale(1, 2).buffer(), SUPERPIXEL);
    assertThat(high.width()).isEqualTo(24);
    assertThat(high.height()).isEqualTo(32);
  }

  @Test
  void limitsHoldBeforeDecoding() throws RawRefusal {
    byte[] file = gradient().bytes();
    assertThat(refusal(file, new Development(Mosaic.SUPERPIXEL, 1535, 48, 1 << 20, 1 << 20)))
        .isEqualTo(Reason.DIMENSIONS);
    assertThat(refusal(file, new Development(Mosaic.SUPERPIXEL, 1536, 47, 1 << 20, 1 << 20)))
        .isEqualTo(Reason.DIMENSIONS);
    assertThat(
            refusal(
                file, new Development(Mosaic.SUPERPIXEL, 1536, 48, 1 << 20, file.length + 3071)))
        .isEqualTo(Reason.MEMORY);
    // 384 pixels of six bytes, or 1,536 of two.
    assertThat(refusal(file, new Development(Mosaic.SUPERPIXEL, 1536, 48, 2303, 1 << 20)))
        .isEqualTo(Reason.MEMORY);
    assertThat(refusal(file, new Development(Mosaic.KEPT, 1536, 48, 3071, 1 << 20)))
        .isEqualTo(Reason.MEMORY);
    long leastWork = file.length + 3072L;
    RawFrame frame =
        engine.develop(direct(file), new Development(Mosaic.KEPT, 1536, 48, 3072, leastWork));
    assertThat(frame.samples()).hasSize(1536);
  }

  @Test
  void whatIsNoRawFileIsUnsupported() {
    byte[] noise = new byte[4096];
    new Random(1).nextBytes(noise);
    assertThat(refusal(noise, SUPERPIXEL)).isEqualTo(Reason.UNSUPPORTED);
    assertThat(refusal(new byte[4096], SUPERPIXEL)).isEqualTo(Reason.UNSUPPORTED);
  }

  @Test
  void unsupportedFileSaysWhatHelps() {
    assertThatExceptionOfType(RawRefusal.class)
        .isThrownBy(() -> engine.develop(direct(new byte[4096]), SUPERPIXEL))
        .withMessageContaining("not RAW file")
        .withMessageContaining("convert it to plain DNG, or install a LibRaw newer than 0.");
  }

  @Test
  void truncatedAnywhereIsRefusedAndNeverACrash() {
    byte[] file = gradient().bytes();
    for (int length = 0; length < file.length; length += 37) {
      assertThat(refusal(Arrays.copyOf(file, length), SUPERPIXEL))
          .as("%d of %d bytes", length, file.length)
          .isIn(Reason.TRUNCATED, Reason.UNSUPPORTED, Reason.MALFORMED, Reason.NO_IMAGE);
    }
    assertThat(refusal(Arrays.copyOf(file, file.length - 2), SUPERPIXEL))
        .isEqualTo(Reason.TRUNCATED);
  }

  @Test
  void heapBuffersAreAProgrammersError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.develop(ByteBuffer.allocate(100), SUPERPIXEL));
  }
}
