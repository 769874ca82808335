package dev.astrocat.thumbs.formats.webp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.encode.Picture;
import dev.astrocat.thumbs.testing.Needs;
import dev.astrocat.thumbs.testing.TestPictures;
import dev.astrocat.thumbs.testing.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** libwebp's own programs read what we write, with its note as without. */
@Needs(Tool.DWEBP)
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class DwebpTest {

  private static final byte[] NOTE = "entry=1\nname=<&!\n".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1,1,1", "37,23,1", "37,23,3", "200,133,3"})
  void losslessFilesAreReadToTheBit(int width, int height, int channels) throws Exception {
    Picture picture = TestPictures.ramp(width, height, channels);
    byte[] plain = WebpEncoder.lossless().encode(picture);
    byte[] expected = ppm(picture);

    assertThat(read(plain)).isEqualTo(expected);
    assertThat(read(WebpEncoder.lossless().withNote(plain, NOTE))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1,1,1", "37,23,1", "37,23,3"})
  void theNoteChangesNoPixelOfLossyFiles(int width, int height, int channels) throws Exception {
    byte[] plain = new WebpEncoder().encode(TestPictures.ramp(width, height, channels));

    assertThat(read(new WebpEncoder().withNote(plain, NOTE))).isEqualTo(read(plain));
  }

  private byte[] read(byte[] webp) throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("a.webp"), webp);
    Path ppm = folder.resolve("a.ppm");
    Path said = folder.resolve("said.txt");
    String dwebp = Tool.DWEBP.program("dwebp").toString();
    List<String> command = List.of(dwebp, file.toString(), "-ppm", "-o", ppm.toString());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(said)).isZero();
    return Files.readAllBytes(ppm);
  }

  private static byte[] ppm(Picture picture) {
    ByteArrayOutputStream ppm = new ByteArrayOutputStream();
    String header = "P6\n" + picture.width() + " " + picture.height() + "\n255\n";
    ppm.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < picture.width() * picture.height(); i++) {
      for (int c = 0; c < 3; c++) {
        ppm.write(picture.planes()[c % picture.channels()][i]);
      }
    }
    return ppm.toByteArray();
  }
}
