package dev.astrocat.thumbs.demosaic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.decode.CfaPattern;
import dev.astrocat.thumbs.decode.Evidence;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.RowOrder;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.decode.Scaling;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuperpixelTest {

  private static final String X_TRANS = "GBGGRGRGRBGBGBGGRGGRGGBGBGBRGRGRGGBG";

  /** Two blocks and a column that fills none: 10 21 / 30 40, 11 22 / 31 41. */
  private static final short[] BAYER = {10, 21, 11, 22, 99, 30, 40, 31, 41, 99};

  @ParameterizedTest
  @CsvSource({
    "RGGB, 10, 11, 26, 27, 40, 41", // (21 + 30) / 2 = 25.5, up; (22 + 31) / 2 = 26.5, up
    "BGGR, 40, 41, 26, 27, 10, 11",
    "GRBG, 21, 22, 25, 26, 30, 31", // (10 + 40) / 2, (11 + 41) / 2
    "GBRG, 30, 31, 25, 26, 21, 22"
  })
  void everyBayerOrder(String order, short r0, short r1, short g0, short g1, short b0, short b1)
      throws IOException {
    PixelSource image = Superpixel.of(PixelSource.of(bayer(order, 5, 2, SampleType.S16), BAYER));

    RowBand band = read(image);

    assertThat(image.info().width()).isEqualTo(2);
    assertThat(image.info().height()).isEqualTo(1);
    assertThat(band.shorts(0)).containsExactly(r0, r1);
    assertThat(band.shorts(1)).containsExactly(g0, g1);
    assertThat(band.shorts(2)).containsExactly(b0, b1);
  }

  /** The pattern is told from stored row 0 on; here a file stored bottom up with an odd height. */
  @Test
  void flippedRowsOfOddHeightKeepTheirColours() throws IOException {
    // On the sensor, top down: R G / G B / R G. Stored from the bottom: R G / G B / R G.
    CfaPattern stored = CfaPattern.bayer("RGGB").flippedRows(3);
    ImageInfo info =
        ImageInfo.of(2, 3, 1, SampleType.S16)
            .withRowOrder(RowOrder.BOTTOM_UP)
            .withCfa(Optional.of(stored));

    PixelSource image = Superpixel.of(PixelSource.of(info, new short[] {5, 1, 3, 9, 7, 7}));

    assertThat(stored).isEqualTo(CfaPattern.bayer("RGGB"));
    assertThat(image.info().height()).isEqualTo(1);
    assertThat(image.info().rowOrder()).isEqualTo(RowOrder.BOTTOM_UP);
    assertThat(read(image).shorts(0)).containsExactly((short) 5);
    assertThat(read(image).shorts(1)).containsExactly((short) 2);
    assertThat(read(image).shorts(2)).containsExactly((short) 9);
  }

  @Test
  void flippedRowsOfEvenHeightSwapThem() throws IOException {
    // On the sensor, top down: R G / G B. Stored from the bottom: G B / R G.
    CfaPattern stored = CfaPattern.bayer("RGGB").flippedRows(2);
    ImageInfo info = ImageInfo.of(2, 2, 1, SampleType.U8).withCfa(Optional.of(stored));

    PixelSource image = Superpixel.of(PixelSource.of(info, new byte[] {3, 9, (byte) 200, 4}));

    assertThat(stored).isEqualTo(CfaPattern.bayer("GBRG"));
    assertThat(read(image).bytes(0)).containsExactly((byte) 200);
    assertThat(read(image).bytes(1)).containsExactly((byte) 4); // 3.5, up
    assertThat(read(image).bytes(2)).containsExactly((byte) 9);
  }

  @Test
  void halvesAreRoundedUpForEveryIntegerType() throws IOException {
    assertGreen(SampleType.U8, new byte[] {(byte) 254, (byte) 255}, (byte) 255);
    assertGreen(SampleType.S16, new short[] {-4, -3}, (short) -3);
    assertGreen(SampleType.S16, new short[] {32767, 32766}, (short) 32767);
    assertGreen(SampleType.U16, new short[] {(short) 65535, (short) 65534}, (short) 65535);
    assertGreen(SampleType.S32, new int[] {Integer.MIN_VALUE, Integer.MIN_VALUE + 1}, -2147483647);
    assertGreen(SampleType.U32, new int[] {-1, -2}, -1);
    assertGreen(SampleType.S64, new long[] {Long.MAX_VALUE, Long.MAX_VALUE - 1}, Long.MAX_VALUE);
    assertGreen(SampleType.S64, new long[] {-4, -3}, -3L);
    assertGreen(SampleType.U64, new long[] {-1, -2}, -1L);
    assertGreen(SampleType.F32, new float[] {1, 2}, 1.5f);
    assertGreen(SampleType.F64, new double[] {1, 2}, 1.5);
  }

  @Test
  void blankSamplesStayOutOfTheMean() throws IOException {
    ImageInfo info = bayer("RGGB", 6, 2, SampleType.S16).withBlank(OptionalLong.of(-32768));
    short none = -32768;
    short[] mosaic = {none, 5, 1, none, 1, none, 8, 2, none, none, 7, none};

    RowBand band = read(Superpixel.of(PixelSource.of(info, mosaic)));

    assertThat(band.shorts(0)).containsExactly(none, 1, 1);
    assertThat(band.shorts(1)).containsExactly(7, none, 7); // (5 + 8) / 2 = 6.5, up
    assertThat(band.shorts(2)).containsExactly(2, none, none);
  }

  @Test
  void notANumberStaysOutOfTheMean() throws IOException {
    float nan = Float.NaN;
    float[] mosaic = {nan, 5, 1, nan, nan, 2, nan, nan};

    RowBand band = read(Superpixel.of(PixelSource.of(bayer("RGGB", 4, 2, SampleType.F32), mosaic)));

    assertThat(band.floats(0)).containsExactly(nan, 1);
    assertThat(band.floats(1)).containsExactly(5, nan);
    assertThat(band.floats(2)).containsExactly(2, nan);
  }

  @Test
  void anInfinityStaysOutOfTheMean() throws IOException {
    double inf = Double.POSITIVE_INFINITY;
    double[] mosaic = {1, 5, -inf, inf, inf, 2, -inf, 3};

    RowBand band = read(Superpixel.of(PixelSource.of(bayer("RGGB", 4, 2, SampleType.F64), mosaic)));

    assertThat(band.doubles(0)).containsExactly(1, Double.NaN);
    assertThat(band.doubles(1)).containsExactly(5, Double.NaN);
    assertThat(band.doubles(2)).containsExactly(2, 3);
  }

  /** The 3x3 blocks of the pattern G B G G R G / R G R B G B / G B G G R G / ... */
  @Test
  void xTransHasFourKindsOfBlocks() throws IOException {
    ImageInfo info =
        ImageInfo.of(7, 8, 1, SampleType.S32).withCfa(Optional.of(CfaPattern.xTrans(X_TRANS)));
    int[] mosaic = IntStream.range(0, 56).map(i -> i / 7 * 100 + i % 7).toArray();

    PixelSource image = Superpixel.of(PixelSource.of(info, mosaic));
    RowBand band = read(image);

    assertThat(image.info().width()).isEqualTo(2);
    assertThat(image.info().height()).isEqualTo(2);
    // Upper left: R at 100, 102; B at 1, 201; G at 0, 2, 101, 200, 202.
    // Upper right: R at 4, 204; B at 103, 105; G at 3, 5, 104, 203, 205.
    assertThat(band.ints(0)).containsExactly(101, 104, 401, 404);
    assertThat(band.ints(1)).containsExactly(101, 104, 401, 404);
    assertThat(band.ints(2)).containsExactly(101, 104, 401, 404);
  }

  @Test
  void xTransColoursAreTakenFromTheirOwnSamples() throws IOException {
    CfaPattern pattern = CfaPattern.xTrans(X_TRANS).shifted(1, 2);
    ImageInfo info = ImageInfo.of(12, 12, 1, SampleType.U16).withCfa(Optional.of(pattern));
    short[] mosaic = new short[144];
    for (int i = 0; i < 144; i++) {
      mosaic[i] = (short) (1000 * (1 + pattern.channelAt(i % 12, i / 12)));
    }

    RowBand band = read(Superpixel.of(PixelSource.of(info, mosaic)));

    assertThat(band.shorts(0)).hasSize(16).containsOnly((short) 1000);
    assertThat(band.shorts(1)).containsOnly((short) 2000);
    assertThat(band.shorts(2)).containsOnly((short) 3000);
  }

  @Test
  void everythingElseIsKept() {
    ImageInfo info =
        bayer("RGGB", 4, 4, SampleType.S16)
            .withScaling(new Scaling(1, 32768))
            .withEvidence(List.of(new Evidence("IMAGETYP", "LIGHT")));

    ImageInfo colour = Superpixel.of(PixelSource.of(info, new short[16])).info();

    assertThat(colour).isEqualTo(info.withShape(2, 2, 3, SampleType.S16));
  }

  @Test
  void imagesWithoutABlockStayMosaics() {
    PixelSource row = PixelSource.of(bayer("RGGB", 9, 1, SampleType.S16), new short[9]);
    PixelSource mono = PixelSource.of(ImageInfo.of(4, 4, 1, SampleType.S16), new short[16]);

    assertThat(Superpixel.of(row)).isSameAs(row);
    assertThat(Superpixel.of(mono)).isSameAs(mono);
  }

  @Test
  void anyRowsFromAnyThreadAreTheSame() throws Exception {
    int width = 3000;
    int height = 301;
    short[] mosaic = new short[width * height];
    for (int i = 0; i < mosaic.length; i++) {
      mosaic[i] = (short) (i * 7919);
    }
    PixelSource image =
        Superpixel.of(PixelSource.of(bayer("GBRG", width, height, SampleType.S16), mosaic));
    short[] whole = read(image).shorts(1);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> reader =
          () -> {
            RowBand band = new RowBand(SampleType.S16, width / 2, 3, 17);
            for (int row = 130; row > 0; row -= 13) {
              image.readRows(row, 17, band);
              int from = row * (width / 2);
              assertThat(band.shorts(1))
                  .isEqualTo(java.util.Arrays.copyOfRange(whole, from, from + 17 * (width / 2)));
            }
            return true;
          };
      for (Future<Boolean> result : threads.invokeAll(List.of(reader, reader, reader, reader))) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Greens of one block of a GRBG mosaic, whose first and last samples are green. */
  private static void assertGreen(SampleType type, Object greens, Object mean) throws IOException {
    ImageInfo info = bayer("GRBG", 2, 2, type);
    RowBand mosaic = new RowBand(type, 2, 1, 2);
    System.arraycopy(greens, 0, mosaic.plane(0), 0, 1);
    System.arraycopy(greens, 1, mosaic.plane(0), 3, 1);
    PixelSource source = new StoredBand(info, mosaic);

    Object green = read(Superpixel.of(source)).plane(1);

    assertThat(java.lang.reflect.Array.get(green, 0)).isEqualTo(mean);
  }

  private record StoredBand(ImageInfo info, RowBand rows) implements PixelSource {
    @Override
    public void readRows(int firstRow, int rowCount, RowBand band) {
      int width = info.width();
      System.arraycopy(rows.plane(0), firstRow * width, band.plane(0), 0, rowCount * width);
    }

    @Override
    public void close() {}
  }

  private static ImageInfo bayer(String order, int width, int height, SampleType type) {
    return ImageInfo.of(width, height, 1, type).withCfa(Optional.of(CfaPattern.bayer(order)));
  }

  private static RowBand read(PixelSource image) throws IOException {
    ImageInfo info = image.info();
    RowBand band = new RowBand(info.type(), info.width(), info.channels(), info.height());
    image.readRows(0, info.height(), band);
    return band;
  }
}
