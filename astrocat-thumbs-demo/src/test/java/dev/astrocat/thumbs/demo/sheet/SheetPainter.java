package dev.astrocat.thumbs.demo.sheet;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Lays tiles out in rows, each with its pictures side by side and its label below. */
final class SheetPainter {

  private static final int COLUMNS = 4;
  private static final int GAP = 8;
  private static final int LINE = 14;
  private static final int TILE_WIDTH = 2 * SheetTile.SIDE + 3 * GAP;
  private static final int TILE_HEIGHT = SheetTile.SIDE + 2 * LINE + 2 * GAP;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

  private SheetPainter() {}

  static BufferedImage paint(List<SheetTile> tiles) {
    int rows = (tiles.size() + COLUMNS - 1) / COLUMNS;
    BufferedImage sheet =
        new BufferedImage(
            Math.min(COLUMNS, tiles.size()) * TILE_WIDTH,
            rows * TILE_HEIGHT,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(new Color(0x303030));
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    graphics.setFont(FONT);
    graphics.setColor(Color.WHITE);
    for (int i = 0; i < tiles.size(); i++) {
      paint(tiles.get(i), graphics, i % COLUMNS * TILE_WIDTH, i / COLUMNS * TILE_HEIGHT);
    }
    graphics.dispose();
    return sheet;
  }

  private static void paint(SheetTile tile, Graphics2D graphics, int left, int top) {
    int x = left + GAP;
    for (BufferedImage picture : tile.pictures()) {
      graphics.drawImage(picture, x, top + GAP, null);
      x += SheetTile.SIDE + GAP;
    }
    int y = top + GAP + SheetTile.SIDE;
    for (String line : tile.label()) {
      y += LINE;
      graphics.drawString(fitting(line, graphics), left + GAP, y);
    }
  }

  private static String fitting(String line, Graphics2D graphics) {
    String text = line;
    while (graphics.getFontMetrics().stringWidth(text) > TILE_WIDTH - 2 * GAP) {
      text = text.substring(0, text.length() - 1);
    }
    return text;
  }
}
