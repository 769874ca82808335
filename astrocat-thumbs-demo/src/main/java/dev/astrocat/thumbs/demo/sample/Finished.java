package dev.astrocat.thumbs.demo.sample;

import java.io.IOException;
import java.util.Map;

/** What comes after the night: a linear colour master, and pictures that are done. */
final class Finished {

  private Finished() {}

  static Map<String, byte[]> files() throws IOException {
    ColourPicture nebula = ColourFields.nebula(960, 720, 31);
    ColourPicture galaxy = ColourFields.galaxy(560, 420, 81);
    char[] planet = new Planet(new SmoothNoise(91)).picture(640, 480);
    return Map.of(
        "galaxy_master_RGB.fits",
        FitsFile.of(560, 420, galaxy.linear(new Camera(83)), master()),
        "galaxy_finished_16bit.tif",
        TiffFile.of(560, 420, galaxy.finished(605, 7000, 65_535)),
        "nebula_finished.jpg",
        FinishedPicture.of(960, 720, nebula.finished(600, 4600, 255), "jpeg"),
        "planet_finished.png",
        FinishedPicture.of(640, 480, planet, "png"));
  }

  private static FitsFile master() {
    return new FitsFile()
        .add("IMAGETYP", "Master Light")
        .add("OBJECT", "Sample galaxy")
        .add("FILTER", "RGB")
        .add("EXPTIME", 300.0)
        .add("STACKCNT", 48)
        .add("DATE-OBS", "2026-01-17T22:14:05");
  }
}
