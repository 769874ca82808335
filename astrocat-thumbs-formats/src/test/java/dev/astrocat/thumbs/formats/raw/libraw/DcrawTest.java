package dev.astrocat.thumbs.formats.raw.libraw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.testing.Corpus;
import dev.astrocat.thumbs.testing.Needs;
import dev.astrocat.thumbs.testing.Tool;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our pictures against those of LibRaw's own program {@code dcraw_emu}. */
@Needs({Tool.LIBRAW, Tool.DCRAW_EMU})
class DcrawTest {

  /** Of full scale, mean over a channel. Measured: 0.0022 % at most. */
  private static final double ALLOWED = 0.001 * 65_535;

  @TempDir Path folder;

  @Test
  void realFilesEqualItsPicturesAtHalfSize() throws Exception {
    Corpus corpus = Corpus.orSkip();
    LibRawEngine engine = new LibRawEngine();
    int compared = 0;
    for (Path file : corpus.filesOf("raw")) {
      if (!file.toString().endsWith(".GPR")) {
        compare(
            file,
            engine.develop(NativePart.direct(Files.readAllBytes(file)), NativePart.SUPERPIXEL));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(corpus.files("raw") - 1);
  }

  @Test
  void writtenFilesEqualItsPicturesAtHalfSize() throws Exception {
    LibRawEngine engine = new LibRawEngine();
    for (String pattern : List.of("RGGB", "GBRG")) {
      DngFixture dng =
          DngFixture.mosaic(
                  pattern, 64, 48, (row, column, channel) -> 500 + row * 300 % 9000 + column * 40)
              .black(2, 500, 490, 480, 470)
              .neutral(0.48, 1, 0.66);
      Path file = Files.write(folder.resolve(pattern + ".dng"), dng.bytes());
      compare(file, engine.develop(dng.buffer(), NativePart.SUPERPIXEL));
    }
  }

  private void compare(Path file, RawFrame frame) throws Exception {
    int[] expected = dcraw(file, frame.width(), frame.height());
    for (int channel = 0; channel < 3; channel++) {
      double difference = 0;
      for (int i = 0; i < frame.width() * frame.height(); i++) {
        int sample = frame.samples()[channel * frame.width() * frame.height() + i] & 0xffff;
        difference += Math.abs(sample - expected[3 * i + channel]);
      }
      assertThat(difference / (frame.width() * frame.height()))
          .as("mean difference in channel %d of %s", channel, file.getFileName())
          .isLessThan(ALLOWED);
    }
  }

  /** Linear, camera white balance, half size, sRGB, not turned: binary PPM with 16 bits. */
  private int[] dcraw(Path file, int width, int height) throws Exception {
    Path ppm = folder.resolve("dcraw.ppm");
    Process process =
        new ProcessBuilder(
                Tool.DCRAW_EMU.program("dcraw_emu").toString(),
                "-4",
                "-w",
                "-h",
                "-o",
                "1",
                "-t",
                "0",
                "-Z",
                "-",
                file.toString())
            .redirectOutput(ppm.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(ppm));
    String header = "P6\n%d %d\n65535\n".formatted(width, height);
    byte[] start = new byte[header.length()];
    bytes.get(start);
    assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo(header);
    int[] samples = new int[width * height * 3];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = bytes.getShort() & 0xffff;
    }
    return samples;
  }
}
