package dev.astrocat.thumbs.formats.raw.libraw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal.Reason;
import dev.astrocat.thumbs.testing.Corpus;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real files, against LibRaw's own program {@code dcraw_emu} (Debian: libraw-bin). */
class RealRawTest {

  /** Of full scale, mean over a channel. Measured: 0.0022 % at most. */
  private static final double ALLOWED = 0.001 * 65_535;

  @TempDir Path folder;

  @Test
  void everyFileGivesAFrameOrSaysWhyNot() throws IOException {
    Corpus corpus = Corpus.orSkip();
    LibRawEngine engine = NativePart.orSkip();
    int checked = 0;
    for (Path file : files(corpus, "raw")) {
      ByteBuffer bytes = NativePart.direct(Files.readAllBytes(file));
      try {
        RawFrame frame = engine.develop(bytes, NativePart.SUPERPIXEL);
        assertThat(frame.channels()).as(file.toString()).isEqualTo(3);
        engine.develop(bytes, NativePart.KEPT);
      } catch (RawRefusal refusal) {
        // GoPro's wavelets are of a library that Debian's LibRaw is built without.
        assertThat(file.toString()).endsWith(".GPR");
        assertThat(refusal.reason()).isEqualTo(Reason.UNSUPPORTED);
      }
      checked++;
    }
    assertThat(checked).isEqualTo(corpus.files("raw")).isPositive();
  }

  @Test
  void everyHostileFileGivesAFrameOrARefusal() throws IOException {
    Corpus corpus = Corpus.orSkip();
    LibRawEngine engine = NativePart.orSkip();
    int frames = 0;
    int refusals = 0;
    for (Path file : files(corpus, "hostile")) {
      try {
        engine.develop(NativePart.direct(Files.readAllBytes(file)), NativePart.SUPERPIXEL);
        frames++;
      } catch (RawRefusal refusal) {
        refusals++;
      }
    }
    assertThat(frames + refusals).isEqualTo(corpus.files("hostile")).isPositive();
    assertThat(frames).isLessThan(10);
  }

  /** Some decoders make pixels of what a buffer or the memory held before, or of nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "exiftool__Panasonic.rw2",
        "exiftool__DNG.dng",
        "exiftool__CanonRaw.cr3",
        "exiftool__Nikon.nef"
      })
  void pixelsThatAreNotThereAreNeverMadeUp(String name) throws IOException {
    Corpus corpus = Corpus.orSkip();
    LibRawEngine engine = NativePart.orSkip();
    Path removed =
        files(corpus, "hostile").stream()
            .filter(file -> file.endsWith(name))
            .findFirst()
            .orElseThrow();
    ByteBuffer bytes = NativePart.direct(Files.readAllBytes(removed));
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(RawRefusal.class)
          .isThrownBy(() -> engine.develop(bytes, NativePart.SUPERPIXEL))
          .matches(refusal -> refusal.reason() == Reason.TRUNCATED);
    }
  }

  @Test
  void realFilesEqualDcrawAtHalfSize() throws Exception {
    Corpus corpus = Corpus.orSkip();
    LibRawEngine engine = NativePart.orSkip();
    assumeTrue(dcrawIsInstalled(), "no dcraw_emu: install libraw-bin to compare with it");
    int compared = 0;
    for (Path file : files(corpus, "raw")) {
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
  void writtenFilesEqualDcrawAtHalfSize() throws Exception {
    LibRawEngine engine = NativePart.orSkip();
    assumeTrue(dcrawIsInstalled(), "no dcraw_emu: install libraw-bin to compare with it");
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
                "dcraw_emu", "-4", "-w", "-h", "-o", "1", "-t", "0", "-Z", "-", file.toString())
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

  private static boolean dcrawIsInstalled() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "dcraw_emu")));
  }

  private static List<Path> files(Corpus corpus, String kind) throws IOException {
    try (Stream<Path> files = Files.walk(corpus.folder().resolve(kind))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
