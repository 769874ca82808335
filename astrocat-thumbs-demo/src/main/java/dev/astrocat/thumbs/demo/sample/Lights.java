package dev.astrocat.thumbs.demo.sample;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Single exposures of the sky, one trailed and one cut off. */
final class Lights {

  private static final double SKY = 900;
  private static final int WIDTH = 1080;
  private static final int HEIGHT = 810;

  private Lights() {}

  static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    byte[] galaxy = galaxy();
    files.put("galaxy_L_300s_0001.fits", galaxy);
    files.put("galaxy_L_300s_0002_cut_off.fits", Arrays.copyOf(galaxy, galaxy.length * 2 / 5));
    files.put("nebula_Ha_600s_0001.fits", nebula());
    files.put("nebula_OSC_180s_0001.fits", mosaic());
    files.put("galaxy_RGB_240s_0001.xisf", debayered());
    files.put("nebula_OSC_30s_0001.dng", raw());
    files.put("cluster_B_120s_0001.fits", cluster());
    files.put("cluster_B_120s_0002_trailed.fits", trailed());
    files.put("comet_G_60s_0001.fits", comet());
    return files;
  }

  private static byte[] galaxy() {
    Plane plane = field(WIDTH, HEIGHT);
    new SpiralGalaxy(3600, 0.44, 0.5, -0.45, new SmoothNoise(11)).shineOn(plane, Band.LUMINANCE);
    Stars.scattered(420, 12).shineOn(plane, Band.LUMINANCE, 1.7);
    return mono(plane, 13, header("Sample galaxy", "L", 300));
  }

  private static byte[] nebula() {
    Plane plane = field(WIDTH, HEIGHT);
    new Nebula(1900, new SmoothNoise(21)).shineOn(plane, Band.HYDROGEN);
    Stars.scattered(900, 22).shineOn(plane, Band.HYDROGEN, 1.6);
    return mono(plane, 23, header("Sample nebula", "Ha", 600));
  }

  /** A colour camera: each pixel behind a red, green or blue filter, RGGB. */
  private static byte[] mosaic() {
    Plane mosaic = ColourFields.nebula(1080, 720, 31).mosaic();
    FitsFile header =
        header("Sample nebula", "", 180)
            .add("BAYERPAT", "RGGB")
            .add("XBAYROFF", 0)
            .add("YBAYROFF", 0)
            .add("ROWORDER", "TOP-DOWN");
    return mono(mosaic, 33, header);
  }

  /** As software for processing stores a frame on its way; the default look turns it over. */
  private static byte[] debayered() {
    ColourPicture galaxy = ColourFields.galaxy(480, 360, 35);
    XisfFile header =
        new XisfFile()
            .keyword("IMAGETYP", "'Light Frame'")
            .keyword("OBJECT", "'Sample galaxy'")
            .keyword("EXPTIME", "240.0")
            .property("Observation:Time:Start", "TimePoint", "2026-01-17T22:14:05Z")
            .property("Instrument:ExposureTime", "Float32", "240");
    return XisfFile.of(480, 360, galaxy.linear(new Camera(36)), header);
  }

  /** The camera's own file, with the picture that its display shows. */
  private static byte[] raw() throws IOException {
    ColourPicture nebula = ColourFields.nebula(864, 576, 37);
    Plane mosaic = nebula.mosaic();
    byte[] shown = FinishedPicture.of(864, 576, nebula.finished(600, 4600, 255), "jpeg");
    return DngFile.of(864, 576, new Camera(38).expose(mosaic), Camera.OFFSET, shown);
  }

  private static byte[] cluster() {
    Plane plane = field(800, 600);
    Stars.clustered(2600, 0.09, 41).shineOn(plane, Band.BLUE, 1.5);
    Stars.scattered(120, 42).shineOn(plane, Band.BLUE, 1.5);
    return mono(plane, 43, header("Sample cluster", "B", 120));
  }

  private static byte[] trailed() {
    Plane plane = field(800, 600);
    Stars.clustered(900, 0.09, 41).trailOver(plane, Band.BLUE, 1.5, 34, 13);
    Stars.scattered(120, 42).trailOver(plane, Band.BLUE, 1.5, 34, 13);
    return mono(plane, 44, header("Sample cluster", "B", 120));
  }

  private static byte[] comet() {
    Plane plane = field(800, 600);
    new Comet(2600, new SmoothNoise(51)).shineOn(plane);
    Stars.scattered(260, 52).shineOn(plane, Band.GREEN, 1.5);
    return mono(plane, 53, header("Sample comet", "G", 60));
  }

  /** Sky glow that grows towards one corner, as over a town. */
  private static Plane field(int width, int height) {
    Plane plane = new Plane(width, height, SKY);
    plane.add((x, y) -> 40.0 * x / width + 30.0 * y / height);
    return plane;
  }

  private static byte[] mono(Plane plane, long seed, FitsFile header) {
    return FitsFile.of(plane.width, plane.height, new Camera(seed).expose(plane), header);
  }

  private static FitsFile header(String object, String filter, int seconds) {
    FitsFile header =
        new FitsFile()
            .add("IMAGETYP", "Light Frame")
            .add("OBJECT", object)
            .add("EXPTIME", (double) seconds)
            .add("DATE-OBS", "2026-01-17T22:14:05");
    return filter.isEmpty() ? header : header.add("FILTER", filter);
  }
}
