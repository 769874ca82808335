package dev.astrocat.thumbs.formats.raw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A file that tells {@link MockEngine} what to do, and what a picture of it has to be.
 *
 * @param text word, argument, width, height, channels and a number that makes files differ
 */
record MockFile(String text) {

  static final Limits LIMITS =
      new Limits(1_000_000, 2000, 64 << 20, 64 << 20, Duration.ofSeconds(30));

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** A file unlike all others. */
  static MockFile of(String words) {
    String two = words.contains(" ") ? words : words + " -";
    return new MockFile(two + " 37 23 3 " + NUMBER.incrementAndGet() + "\n");
  }

  static WorkerCode code() {
    return new WorkerCode(MockEngine.class.getName(), List.of(classes()));
  }

  private static Path classes() {
    try {
      return Path.of(MockEngine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static RawOptions options() {
    return RawOptions.defaults().withMemory(64 << 20, 128 << 20);
  }

  MockFile sized(int width, int height, int channels) {
    String[] words = text.split("[ \\n]");
    return new MockFile(
        String.join(" ", words[0], words[1], "" + width, "" + height, "" + channels, words[5])
            + "\n");
  }

  SourceBytes bytes() {
    return ImageSource.of("mock.nef", text.getBytes(StandardCharsets.US_ASCII)).open(LIMITS);
  }

  PixelSource open(RawDecoder decoder) throws IOException {
    return open(decoder, LIMITS);
  }

  PixelSource open(RawDecoder decoder, Limits limits) throws IOException {
    return decoder.open(bytes(), new DecodeContext(limits, ImageSelection.DEFAULT));
  }

  /** Opens the file, and compares every sample. */
  void requirePicture(RawDecoder decoder) throws IOException {
    RawFrame expected = MockEngine.frame(text.split("[ \\n]"));
    PixelSource pixels = open(decoder);
    int width = expected.width();
    int height = expected.height();
    RowBand band = new RowBand(pixels.info().type(), width, expected.channels(), height);
    pixels.readRows(0, height, band);
    short[] all = new short[expected.samples().length];
    for (int c = 0; c < expected.channels(); c++) {
      System.arraycopy(band.shorts(c), 0, all, c * width * height, width * height);
    }
    assertThat(all).isEqualTo(expected.samples());
  }
}
