package dev.astrocat.thumbs.demo.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

/**
 * A folder of made-up images of the kinds that an observer has: lights, a trailed and a broken one
 * among them, calibration frames, a master, finished pictures. The same in every run on a machine.
 */
public final class SampleSky {

  /** Written last: tells that all files are there, and of which edition. */
  private static final String MARK = ".complete";

  private static final String EDITION = "2\n";

  /** Of the lights: files that were just written would be taken for growing. */
  private static final FileTime NIGHT = FileTime.from(Instant.parse("2026-01-17T22:20:00Z"));

  /** Of the rest, so that the latest are finished pictures, and not a light that is cut off. */
  private static final FileTime MORNING = FileTime.from(Instant.parse("2026-01-18T06:00:00Z"));

  private SampleSky() {}

  /** Whether the folder holds all of it. */
  public static boolean isIn(Path folder) throws IOException {
    Path mark = folder.resolve(MARK);
    return Files.isRegularFile(mark) && Files.readString(mark).equals(EDITION);
  }

  /** Makes it; files of the same names are replaced, others are left alone. */
  public static void makeIn(Path folder) throws IOException {
    write(folder.resolve("lights"), Lights.files(), NIGHT);
    write(folder.resolve("reference"), CalibrationFrames.files(), MORNING);
    write(folder.resolve("finished"), Finished.files(), MORNING);
    Files.writeString(folder.resolve(MARK), EDITION);
  }

  private static void write(Path folder, Map<String, byte[]> files, FileTime time)
      throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path written = Files.write(folder.resolve(file.getKey()), file.getValue());
      Files.setLastModifiedTime(written, time);
    }
  }
}
