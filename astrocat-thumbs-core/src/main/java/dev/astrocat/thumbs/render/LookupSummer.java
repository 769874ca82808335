package dev.astrocat.thumbs.render;

import dev.astrocat.thumbs.bands.Blocks;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.exact.SampleKeys;

/** Levels of 8- and 16-bit samples, looked up by their bits. */
final class LookupSummer implements LevelSummer {

  private final SampleType type;

  /** Level of each bit pattern; 0 for blanks and for what is not finite. */
  private final byte[] levels;

  LookupSummer(ImageInfo info, ChannelCurve curve) {
    type = info.type();
    levels = new byte[type == SampleType.U8 ? 1 << 8 : 1 << 16];
    SampleKeys keys = new SampleKeys(info);
    KeyLevels known = new KeyLevels(keys, curve); // asks the curve some 4,000 times, not 65,536
    for (long key = keys.base(); key < keys.base() + levels.length; key++) {
      levels[keys.pattern(key)] = (byte) known.of(key);
    }
  }

  @Override
  public void add(RowBand band, int channel, int row, Blocks columns, int[] sums) {
    int start = row * band.width();
    if (type == SampleType.U8) {
      ByteBoxes.add(band.bytes(channel), start, levels, columns, sums);
    } else {
      ShortBoxes.add(band.shorts(channel), start, levels, columns, sums);
    }
  }

  @Override
  public void levels(RowBand band, int channel, int row, byte[] found) {
    int start = row * band.width();
    if (type == SampleType.U8) {
      byte[] s = band.bytes(channel);
      for (int x = 0; x < found.length; x++) {
        found[x] = levels[s[start + x] & 0xFF];
      }
    } else {
      short[] s = band.shorts(channel);
      for (int x = 0; x < found.length; x++) {
        found[x] = levels[s[start + x] & 0xFFFF];
      }
    }
  }
}
