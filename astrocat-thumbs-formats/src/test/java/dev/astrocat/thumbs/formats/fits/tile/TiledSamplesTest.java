package dev.astrocat.thumbs.formats.fits.tile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.formats.fits.FitsDecoder;
import dev.astrocat.thumbs.formats.fits.Opened;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import dev.astrocat.thumbs.testing.FitsFixture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiledSamplesTest {

  private static final int WIDTH = 50;
  private static final int HEIGHT = 61;

  /** With much memory all slabs are kept, with little they are decoded again and again. */
  @ParameterizedTest
  @ValueSource(longs = {1 << 20, 60_000})
  void rowsInAnyOrderFromAnyThreadAreTheSame(long memory) throws Exception {
    Limits limits = Limits.defaults().withMaxDecodeBytes(memory);
    DecodeContext context = new DecodeContext(limits, ImageSelection.DEFAULT);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (SourceBytes source = ImageSource.of("a.fits", file()).open(limits);
        PixelSource image = new FitsDecoder().open(source, context)) {
      Callable<Boolean> reader = () -> readsWhatWasWritten(image);
      for (Future<Boolean> result : threads.invokeAll(Collections.nCopies(4, reader))) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean readsWhatWasWritten(PixelSource image) throws IOException {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < HEIGHT; row += 4) {
      rows.add(row);
    }
    Collections.shuffle(rows);
    RowBand band = new RowBand(SampleType.S16, WIDTH, 1, 4);
    for (int row : rows) {
      int count = Math.min(4, HEIGHT - row);
      image.readRows(row, count, band);
      for (int i = 0; i < count * WIDTH; i++) {
        assertThat(band.shorts(0)[i]).isEqualTo(sample(i % WIDTH, row + i / WIDTH));
      }
    }
    return true;
  }

  @Test
  void shapesOtherThanOnePlaneAreReadLineByLine() throws IOException {
    // NAXIS 1 x 3 x 2: one sample a line, one line a tile.
    TileFixture tiles = TileFixture.of("NOCOMPRESS", 16, 1, 3, 2);
    for (int i = 0; i < 6; i++) {
      tiles.tile(new byte[] {0, (byte) i}, 1, 0);
    }

    Opened image = Opened.of(tiles.file());

    assertThat(image.info().width()).isEqualTo(3);
    assertThat(image.samples()[0]).containsExactly(0, 1, 2, 3, 4, 5);
  }

  /** Tiles of 20 x 7 that do not divide the image. */
  private static byte[] file() {
    TileFixture tiles = TileFixture.of("GZIP_1", 16, WIDTH, HEIGHT);
    for (int top = 0; top < HEIGHT; top += 7) {
      for (int left = 0; left < WIDTH; left += 20) {
        tiles.tile(tile(left, top), 1, 0);
      }
    }
    return TileFixture.file(tiles.hdu().keyword("ZTILE1", 20).keyword("ZTILE2", 7));
  }

  private static byte[] tile(int left, int top) {
    int right = Math.min(left + 20, WIDTH);
    int bottom = Math.min(top + 7, HEIGHT);
    ByteBuffer bytes = ByteBuffer.allocate(2 * (right - left) * (bottom - top));
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        bytes.putShort(sample(x, y));
      }
    }
    return FitsFixture.gzip(bytes.array());
  }

  private static short sample(int x, int y) {
    return (short) (x * 331 + y * 7);
  }
}
