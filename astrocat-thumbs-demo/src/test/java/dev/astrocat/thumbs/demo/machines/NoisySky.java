package dev.astrocat.thumbs.demo.machines;

import dev.astrocat.thumbs.demo.TestFits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Frames that all differ, so that a mix-up shows. */
final class NoisySky {

  private static final int HEADER = 2880;

  private NoisySky() {}

  /** Writes frames of noise. */
  static void fill(Path folder, int frames, int width, int height) throws IOException {
    byte[] frame = TestFits.ramp(width, height);
    for (int i = 0; i < frames; i++) {
      Random random = new Random(i);
      ByteBuffer samples = ByteBuffer.wrap(frame).position(HEADER);
      for (int j = 0; j < width * height; j++) {
        samples.putShort((short) (1000 + random.nextInt(500) + (j % (i + 2) == 0 ? 3000 : 0)));
      }
      Path file = folder.resolve("night" + i % 7).resolve("frame" + i + ".fits");
      Files.createDirectories(file.getParent());
      Files.write(file, frame);
    }
  }
}
