package dev.astrocat.thumbs.demo.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.testing.Corpus;
import dev.astrocat.thumbs.testing.Needs;
import dev.astrocat.thumbs.testing.Tool;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RAW files that are no subframes look as LibRaw's own program shows them. */
@Needs({Tool.LIBRAW, Tool.DCRAW_EMU})
final class CameraCorpusTest {

  /** In levels; below 0.1 with LibRaw 0.20.2. */
  private static final double MOST_MEAN_DIFFERENCE = 2;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "raw/rawtran__IMG_5952.CR2",
        "raw/tinydngloader__colorchart.dng",
        "raw/boost-gil__RAW_CANON_D30_SRGB.CRW"
      })
  void scenesLookAsLibRawShowsThem(String name, @TempDir Path folder) throws Exception {
    Path raw = Corpus.orSkip().folder().resolve(name);
    try (ThumbnailGenerator thumbnails = ThumbnailGenerator.create()) {
      ThumbnailRequest scene = ThumbnailRequest.of(raw).subframe(Subframe.NO);
      Path ours = picture(thumbnails, scene, folder.resolve("ours.png"));
      ThumbnailRequest developed = ThumbnailRequest.of(developed(raw, folder)).stretch("none");
      Path theirs = picture(thumbnails, developed, folder.resolve("theirs.png"));
      assertThat(PictureDifference.between(ours, theirs).mean()).isLessThan(MOST_MEAN_DIFFERENCE);
    }
  }

  /**
   * Half size, camera white balance, sRGB primaries, and LibRaw's own brightness and curve; as PPM,
   * since a TIFF would come with a profile of that curve.
   */
  private static Path developed(Path raw, Path folder) throws IOException, InterruptedException {
    Path copy = Files.copy(raw, folder.resolve("scene")); // it writes beside its input
    Process process =
        new ProcessBuilder(
                Tool.DCRAW_EMU.program("dcraw_emu").toString(),
                "-w",
                "-h",
                "-o",
                "1",
                copy.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return png(Files.readAllBytes(folder.resolve("scene.ppm")), folder.resolve("scene.png"));
  }

  /** Of {@code P6 width height 255} and bytes of red, green and blue. */
  private static Path png(byte[] ppm, Path file) throws IOException {
    String start = new String(ppm, 0, 40, StandardCharsets.ISO_8859_1);
    String[] words = start.split("\\s+", 5);
    int width = Integer.parseInt(words[1]);
    int height = Integer.parseInt(words[2]);
    int at = ppm.length - width * height * 3;
    assertThat(words[0] + words[3]).isEqualTo("P6255");
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++, at += 3) {
      int colour = (ppm[at] & 0xFF) << 16 | (ppm[at + 1] & 0xFF) << 8 | ppm[at + 2] & 0xFF;
      image.setRGB(i % width, i / width, colour);
    }
    assertThat(ImageIO.write(image, "png", file.toFile())).isTrue();
    return file;
  }

  private static Path picture(ThumbnailGenerator thumbnails, ThumbnailRequest request, Path file)
      throws IOException {
    Thumbnail thumbnail = thumbnails.generate(request.format(OutputFormat.PNG));
    return Files.write(file, thumbnail.bytes());
  }
}
