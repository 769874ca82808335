// Where tiles are. Nothing here knows the page.

/** Height of what stands below the picture of a tile. */
export const CAPTION = 57;

/** The geometry of a grid of `total` tiles, at least `size` wide, in `width` pixels. */
export function layoutOf(total, width, size, gap) {
  const columns = Math.max(1, Math.floor((width + gap) / (size + gap)));
  const tileWidth = (width - gap * (columns - 1)) / columns;
  const rowHeight = Math.round((tileWidth * 3) / 4) + CAPTION + gap;
  const rows = Math.ceil(total / columns);
  return { total, columns, tileWidth, rowHeight, rows, height: Math.max(0, rows * rowHeight - gap) };
}

/** Which tiles lie between two heights, from the first to before the last, and a margin around. */
export function windowOf(layout, top, bottom, marginRows) {
  const row = (y) => Math.floor(y / layout.rowHeight);
  const firstRow = Math.max(0, Math.min(layout.rows - 1, row(top) - marginRows));
  const endRow = Math.min(layout.rows, row(bottom) + 1 + marginRows);
  return {
    firstRow,
    first: firstRow * layout.columns,
    end: Math.max(0, Math.min(layout.total, endRow * layout.columns)),
  };
}

/** Where a key leads from a tile; the same tile where there is nothing. */
export function stepOf(layout, index, key, rowsInSight) {
  const { columns, total } = layout;
  const goals = {
    ArrowRight: index + 1,
    ArrowLeft: index - 1,
    ArrowDown: index + columns,
    ArrowUp: index - columns,
    PageDown: index + columns * rowsInSight,
    PageUp: index - columns * rowsInSight,
    Home: 0,
    End: total - 1,
  };
  if (!(key in goals)) {
    return null;
  }
  const goal = goals[key];
  if (key.startsWith("Page")) {
    return Math.max(0, Math.min(total - 1, goal));
  }
  return goal >= 0 && goal < total ? goal : index;
}
