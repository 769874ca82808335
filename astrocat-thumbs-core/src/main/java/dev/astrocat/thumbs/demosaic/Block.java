package dev.astrocat.thumbs.demosaic;

import dev.astrocat.thumbs.decode.CfaPattern;
import java.util.stream.IntStream;

/**
 * How a mosaic is cut into blocks that each hold all three colours: 2x2 of a Bayer pattern; 3x3 of
 * X-Trans, whose 6x6 tile then holds four different blocks. Immutable.
 *
 * @param pattern the filters
 * @param size columns and rows of a block
 */
record Block(CfaPattern pattern, int size) {

  /** The smallest blocks that divide the tile and all hold red, green and blue. */
  static Block of(CfaPattern pattern) {
    int tile = Math.max(pattern.width(), pattern.height());
    return IntStream.rangeClosed(2, tile)
        .filter(size -> pattern.width() % size == 0 && pattern.height() % size == 0)
        .mapToObj(size -> new Block(pattern, size))
        .filter(Block::holdsAllColours)
        .findFirst()
        .orElse(new Block(pattern, tile));
  }

  private boolean holdsAllColours() {
    for (int row = 0; row < pattern.height() / size; row++) {
      for (int phase = 0; phase < phases(); phase++) {
        for (int channel = 0; channel < 3; channel++) {
          if (offsets(channel, phase, row, size).length == 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Number of different blocks in a row of blocks: 1 for Bayer, 2 for X-Trans. */
  int phases() {
    return Math.max(1, pattern.width() / size);
  }

  /**
   * Where the samples of a channel are in a block, relative to its first.
   *
   * @param phase column of the block, modulo {@link #phases}
   * @param row row of the block in the image of blocks
   * @param stride samples from one row of the mosaic to the next
   */
  int[] offsets(int channel, int phase, int row, int stride) {
    return IntStream.range(0, size * size)
        .filter(i -> pattern.channelAt(phase * size + i % size, row * size + i / size) == channel)
        .map(i -> i / size * stride + i % size)
        .toArray();
  }
}
