package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.formats.xisf.XisfBlock.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Thousands of broken files, the same in every run: a picture or a typed error, in time. */
class XisfFuzzTest {

  private static final int RUNS = 4000;
  private static final Limits LIMITS = Limits.defaults().withMaxDecodeBytes(64 << 20);
  private static final String[] WORDS = {
    "-1",
    "0",
    "1",
    "65536",
    "2147483647",
    "4294967296",
    "9223372036854775807",
    "1e308",
    "NaN",
    "",
    ":",
    ",",
    "zlib",
    "lz4+sh",
    "zstd+sh",
    "url(",
    "inline:hex",
    "embedded",
    "Float64",
    "Normal",
    "big",
    "UInt8",
    "Complex32",
    "<",
    ">",
    "\"",
    "&#0;",
    "&lt;",
    "sha-1:",
    "90;flip",
    "<Image/>"
  };

  @Test
  void brokenFilesGiveAPictureOrATypedError() {
    List<byte[]> seeds = seeds();
    int[] pictures = new int[1];
    assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          for (int run = 0; run < RUNS; run++) {
            Random random = new Random(run);
            byte[] seed = seeds.get(run % seeds.size());
            pictures[0] += isPicture(run, mutated(seed, random)) ? 1 : 0;
          }
        });
    assertThat(pictures[0]).as("pictures").isBetween(RUNS / 100, RUNS * 9 / 10);
  }

  private static boolean isPicture(int run, byte[] file) {
    try {
      DecodeContext context = new DecodeContext(LIMITS, ImageSelection.DEFAULT);
      DecodedXisf.opened(file, context, image -> DecodedXisf.inBands(image, 5));
      return true;
    } catch (ThumbnailException | IOException e) {
      return false;
    } catch (RuntimeException | Error e) {
      throw new AssertionError("run " + run, e);
    }
  }

  private static List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    for (String codec : new String[] {"", "zlib", "zlib+sh", "lz4", "lz4+sh", "zstd", "zstd+sh"}) {
      for (Place place : new Place[] {Place.ATTACHED, Place.EMBEDDED_BASE64, Place.INLINE_HEX}) {
        XisfSamples samples = new XisfSamples("UInt16", 9, 8, 3);
        XisfBlock block =
            XisfBlock.of(samples.planar()).codec(codec, 2).parts(seeds.size() % 3).place(place);
        XisfElement image = XisfElement.image(samples).block(block);
        seeds.add(XisfFixture.of(described(image)));
        seeds.add(XisfFixture.of(described(image.attribute("pixelStorage", "Normal"))));
      }
    }
    return seeds;
  }

  private static XisfElement described(XisfElement image) {
    return image
        .attribute("orientation", "90")
        .attribute("bounds", "0:65535")
        .child(XisfElement.keyword("IMAGETYP", "'Light Frame'", ""))
        .child(XisfElement.property("Instrument:ExposureTime", "Float32").attribute("value", "9"))
        .child(
            new XisfElement("DisplayFunction")
                .attribute("m", "0.1:0.1:0.1:0.5")
                .attribute("s", "0:0:0:0")
                .attribute("h", "1:1:1:1")
                .attribute("l", "0:0:0:0")
                .attribute("r", "1:1:1:1"));
  }

  private static byte[] mutated(byte[] seed, Random random) {
    byte[] file = seed.clone();
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      switch (random.nextInt(5)) {
        case 0 -> file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
        case 1 -> file[random.nextInt(Math.min(16, file.length))] = (byte) random.nextInt();
        case 2 -> file = spliced(file, random, WORDS[random.nextInt(WORDS.length)]);
        case 3 -> file = numberChanged(file, random);
        default -> file = Arrays.copyOf(file, 1 + random.nextInt(file.length + 20));
      }
    }
    return file;
  }

  /** A word over what stands anywhere. */
  private static byte[] spliced(byte[] file, Random random, String word) {
    byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
    int at = random.nextInt(file.length);
    System.arraycopy(bytes, 0, file, at, Math.min(bytes.length, file.length - at));
    return file;
  }

  /** Another digit where there is one, so that the header stays one. */
  private static byte[] numberChanged(byte[] file, Random random) {
    for (int i = 0, at = random.nextInt(file.length); i < file.length; i++) {
      int place = (at + i) % file.length;
      if (file[place] >= '0' && file[place] <= '9') {
        file[place] = (byte) ('0' + random.nextInt(10));
        return file;
      }
    }
    return file;
  }
}
