package dev.astrocat.thumbs.encode;

import java.util.Arrays;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGQTable;
import org.w3c.dom.NodeList;

/**
 * The quantisation tables of quality 85 as libjpeg computes them: in integers, {@code (base * 30 +
 * 50) / 100} within 1..255. ImageIO scales by a float, which rounds some entries to the other side.
 */
final class QuantisationTables {

  private static final int PERCENT = 200 - 2 * 85;
  private static final JPEGQTable LUMINANCE = scaled(JPEGQTable.K1Luminance);
  private static final JPEGQTable CHROMINANCE = scaled(JPEGQTable.K2Chrominance);

  private QuantisationTables() {}

  static void putInto(IIOMetadata metadata) throws IIOInvalidTreeException {
    String format = metadata.getNativeMetadataFormatName();
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
    NodeList tables = root.getElementsByTagName("dqtable");
    for (int i = 0; i < tables.getLength(); i++) {
      IIOMetadataNode table = (IIOMetadataNode) tables.item(i);
      boolean isLuminance = "0".equals(table.getAttribute("qtableId"));
      table.setUserObject(isLuminance ? LUMINANCE : CHROMINANCE);
    }
    metadata.setFromTree(format, root);
  }

  private static JPEGQTable scaled(JPEGQTable base) {
    return new JPEGQTable(
        Arrays.stream(base.getTable())
            .map(entry -> Math.min(255, Math.max(1, (entry * PERCENT + 50) / 100)))
            .toArray());
  }
}
