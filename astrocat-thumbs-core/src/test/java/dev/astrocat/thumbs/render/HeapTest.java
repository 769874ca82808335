package dev.astrocat.thumbs.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.Reduction;
import dev.astrocat.thumbs.bands.BandWalk;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.encode.JpegEncoder;
import dev.astrocat.thumbs.encode.Picture;
import dev.astrocat.thumbs.measure.ToneCurve;
import dev.astrocat.thumbs.measure.exact.ExactStatistics;
import dev.astrocat.thumbs.measure.strategy.AstrocatStretch;
import dev.astrocat.thumbs.testing.TestSamples;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Memory does not grow with the picture. All bytes that a thumbnail allocates are counted, so what
 * is in use at any time is less.
 */
final class HeapTest {

  private static final long MEGABYTE = 1 << 20;

  @ParameterizedTest
  @CsvSource({
    "U16, AFTER_STRETCH",
    "F32, AFTER_STRETCH",
    "U16, BEFORE_STRETCH",
    "F32, BEFORE_STRETCH"
  })
  void aFrameOf61MegapixelsTakesHardlyMoreThanOneOf2(SampleType type, Reduction reduction)
      throws IOException {
    long small = allocatedBytes(type, reduction, 1936, 1096);
    long large = allocatedBytes(type, reduction, 9576, 6388);
    assertThat(large - small).isLessThan(16 * MEGABYTE);
    assertThat(large).isLessThan(40 * MEGABYTE);
  }

  private static long allocatedBytes(SampleType type, Reduction reduction, int width, int height)
      throws IOException {
    RepeatedRow source = new RepeatedRow(ImageInfo.of(width, height, 1, type));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    BandWalk walk = TestSamples.walk(source);
    ToneCurve curve =
        new AstrocatStretch().measure(new ExactStatistics(walk), Linking.LINKED).curve();
    Renderer renderer = new Renderer(walk, curve, Orientation.IDENTITY);
    for (Picture picture : renderer.render(reduction, List.of(800))) {
      new JpegEncoder().encode(picture);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /** A picture of any height that holds one row of noise. */
  private static final class RepeatedRow implements PixelSource {

    private final ImageInfo info;
    private final Object row;

    RepeatedRow(ImageInfo info) {
      this.info = info;
      Random random = new Random(1);
      row =
          TestSamples.ofBits(
              info.type(),
              random
                  .doubles(info.width(), 500, 2000)
                  .mapToLong(
                      v -> info.type().isFloat() ? Float.floatToIntBits((float) v) : (long) v)
                  .toArray());
    }

    @Override
    public ImageInfo info() {
      return info;
    }

    @Override
    @SuppressWarnings("SuspiciousSystemArraycopy") // both are arrays of the image's type
    public void readRows(int firstRow, int rowCount, RowBand band) {
      for (int i = 0; i < rowCount; i++) {
        System.arraycopy(row, 0, band.plane(0), i * info.width(), info.width());
      }
    }

    @Override
    public void close() {}
  }
}
