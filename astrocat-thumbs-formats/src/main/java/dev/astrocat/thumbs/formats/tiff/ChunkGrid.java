package dev.astrocat.thumbs.formats.tiff;

/**
 * How an image is cut into strips or tiles (TIFF 6.0 sections 3 and 15); a strip is a tile as wide
 * as the image.
 *
 * @param imageWidth columns of the image
 * @param imageHeight rows of the image
 * @param width columns of a chunk
 * @param height rows of a chunk
 * @param tiled whether chunks are tiles, which are padded to their full size
 */
record ChunkGrid(int imageWidth, int imageHeight, int width, int height, boolean tiled) {

  /** Chunks side by side. */
  int across() {
    return (int) (((long) imageWidth + width - 1) / width);
  }

  /** Chunks one below the other. */
  int down() {
    return (int) (((long) imageHeight + height - 1) / height);
  }

  /** Stored rows of the chunks of one chunk row: the last strip may be short. */
  int storedRows(int chunkRow) {
    return tiled ? height : Math.min(height, imageHeight - chunkRow * height);
  }

  /** Image columns in the chunks of one column. */
  int visibleColumns(int column) {
    return Math.min(width, imageWidth - column * width);
  }
}
