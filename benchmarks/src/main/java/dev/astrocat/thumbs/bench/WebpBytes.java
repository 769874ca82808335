package dev.astrocat.thumbs.bench;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.encode.JpegEncoder;
import dev.astrocat.thumbs.encode.Picture;
import dev.astrocat.thumbs.encode.ThumbnailEncoder;
import dev.astrocat.thumbs.formats.webp.WebpEncoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Compares WebP with JPEG at equal likeness: renders each file of some folders, writes the
 * thumbnail as JPEG of quality 85 and as the smallest WebP that is at least as like it by SSIM, and
 * prints the bytes of both. One thread.
 *
 * <pre>java -cp benchmarks/target/benchmarks.jar dev.astrocat.thumbs.bench.WebpBytes FOLDER...
 * </pre>
 */
final class WebpBytes implements ThumbnailEncoder {

  /** Smaller pictures are no thumbnails: headers outweigh their pixels. */
  private static final int LEAST_SIDE = 320;

  private Optional<Picture> last = Optional.empty();

  private WebpBytes() {}

  public static void main(String[] folders) throws IOException {
    WebpBytes keeper = new WebpBytes();
    List<Pair> pairs = new ArrayList<>();
    try (ThumbnailGenerator generator = ThumbnailGenerator.builder().onlyEncoders(keeper).build()) {
      for (Path file : files(folders)) {
        Optional<Picture> picture = keeper.picture(generator, file);
        if (picture.isPresent()) {
          Pair pair = compare(picture.get());
          System.out.println(pair + " " + file.getFileName());
          pairs.add(pair);
        }
      }
    }
    System.out.println(Pair.summary(pairs));
  }

  private static List<Path> files(String[] folders) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : folders) {
      try (Stream<Path> found = Files.walk(Path.of(folder))) {
        found.filter(Files::isRegularFile).sorted().forEach(files::add);
      }
    }
    return files;
  }

  /** The thumbnail of a file; empty if there is none, or a very small one. */
  private Optional<Picture> picture(ThumbnailGenerator generator, Path file) {
    try {
      generator.generate(ThumbnailRequest.of(file).format(format()));
      return last.filter(picture -> Math.max(picture.width(), picture.height()) >= LEAST_SIDE);
    } catch (ThumbnailException e) {
      return Optional.empty(); // the folders hold broken files too
    }
  }

  private static Pair compare(Picture picture) throws IOException {
    Ssim likeness = new Ssim(picture);
    byte[] jpeg = new JpegEncoder().encode(picture);
    double wanted = likeness.to(ImageIO.read(new ByteArrayInputStream(jpeg)));
    int tooLow = -1;
    int enough = 100;
    while (enough - tooLow > 1) {
      int quality = (tooLow + enough) / 2;
      byte[] webp = WebpEncoder.lossy(quality).encode(picture);
      if (likeness.to(webpImage(webp)) >= wanted) {
        enough = quality;
      } else {
        tooLow = quality;
      }
    }
    int webpBytes = WebpEncoder.lossy(enough).encode(picture).length;
    byte[] usual = new WebpEncoder().encode(picture);
    return new Pair(
        jpeg.length, webpBytes, enough, wanted, usual.length, likeness.to(webpImage(usual)));
  }

  private static BufferedImage webpImage(byte[] webp) throws IOException {
    ImageReader reader = new WebPImageReaderSpi().createReaderInstance();
    try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(webp))) {
      reader.setInput(input);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  @Override
  public OutputFormat format() {
    return OutputFormat.PNG;
  }

  @Override
  public byte[] encode(Picture picture) {
    last = Optional.of(picture);
    return new byte[0];
  }

  @Override
  public byte[] withNote(byte[] encoded, byte[] note) {
    return encoded;
  }

  @Override
  public Optional<NoteSpan> findNote(byte[] encoded) {
    return Optional.empty();
  }

  /** One thumbnail in both formats; {@code usual} is WebP of quality 80. */
  private record Pair(
      int jpegBytes, int webpBytes, int quality, double ssim, int usualBytes, double usualSsim) {

    double ratio() {
      return (double) webpBytes / jpegBytes;
    }

    static String summary(List<Pair> pairs) {
      double jpeg = pairs.stream().mapToInt(Pair::jpegBytes).sum();
      double[] ratios = pairs.stream().mapToDouble(Pair::ratio).sorted().toArray();
      int[] qualities = pairs.stream().mapToInt(Pair::quality).sorted().toArray();
      return "%d thumbnails; WebP takes %.3f of JPEG's bytes in all, %.3f in the median (quality %d)"
              .formatted(
                  pairs.size(),
                  pairs.stream().mapToInt(Pair::webpBytes).sum() / jpeg,
                  ratios[ratios.length / 2],
                  qualities[qualities.length / 2])
          + "; quality 80: %.3f of the bytes, mean SSIM %.4f, JPEG %.4f"
              .formatted(
                  pairs.stream().mapToInt(Pair::usualBytes).sum() / jpeg,
                  pairs.stream().mapToDouble(Pair::usualSsim).average().orElse(0),
                  pairs.stream().mapToDouble(Pair::ssim).average().orElse(0));
    }

    @Override
    public String toString() {
      return "%.3f jpeg %d webp %d quality %d ssim %.4f, at 80: %d %.4f"
          .formatted(ratio(), jpegBytes, webpBytes, quality, ssim, usualBytes, usualSsim);
    }
  }
}
