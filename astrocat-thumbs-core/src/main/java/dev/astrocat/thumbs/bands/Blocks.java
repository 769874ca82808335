package dev.astrocat.thumbs.bands;

/**
 * A line of pixels cut into blocks of equal length, of which the last, or the first, may be
 * shorter.
 *
 * @param length pixels of the line
 * @param size pixels of a whole block
 * @param lead pixels of a shorter first block; 0 when the last one is the shorter
 */
public record Blocks(int length, int size, int lead) implements RowSpans {

  /** Blocks whose last one may be shorter. */
  public static Blocks fromStart(int length, int size) {
    return new Blocks(length, size, 0);
  }

  /** Blocks whose first one may be shorter: what {@link #fromStart} is to the reversed line. */
  public static Blocks fromEnd(int length, int size) {
    return new Blocks(length, size, length % size);
  }

  /** Number of blocks. */
  @Override
  public int count() {
    return (length + size - 1) / size;
  }

  /** First pixel of a block; {@link #length} for the block behind the last. */
  @Override
  public int first(int block) {
    int start = lead == 0 ? block * size : block == 0 ? 0 : lead + (block - 1) * size;
    return Math.min(start, length);
  }

  /** The pixel behind the last one of a block. */
  @Override
  public int end(int block) {
    return first(block + 1);
  }

  /** Pixels of a block. */
  public int lengthOf(int block) {
    return first(block + 1) - first(block);
  }

  /** The first block that has its whole size. */
  public int firstWhole() {
    return lead == 0 ? 0 : 1;
  }

  /** The block behind the last one that has its whole size. */
  public int endWhole() {
    return firstWhole() + (length - lead) / size;
  }
}
