package dev.astrocat.thumbs.formats.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowFilterTest {

  /** All 2^24 neighbourhoods against the standard's own words. */
  @Test
  void paethPicksWhatTheStandardSays() {
    byte[] rows = new byte[6]; // filter, upper left, above; filter, left, pixel
    for (int n = 0; n < 1 << 24; n++) {
      int a = n & 0xFF;
      int b = n >> 8 & 0xFF;
      int c = n >> 16;
      rows[1] = (byte) c;
      rows[2] = (byte) b;
      rows[3] = 4;
      rows[4] = (byte) (a - c); // its own prediction is what lies above: c
      rows[5] = 0;
      RowFilter.undo(rows, 4, 1, 2, 1);
      if ((rows[5] & 0xFF) != PngFixture.paeth(a, b, c)) {
        fail("left %d, above %d, upper left %d: %d", a, b, c, rows[5] & 0xFF);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6, 8})
  void everyFilterIsUndoneAtEveryPixelSizeAndLength(int step) {
    Random random = new Random(step);
    for (int count = step; count < 60; count += step) {
      for (int type = 0; type <= 4; type++) {
        byte[] above = new byte[count];
        byte[] row = new byte[count];
        random.nextBytes(above);
        random.nextBytes(row);
        byte[] rows = new byte[2 * (count + 1) + 9]; // bytes behind the row stay as they are
        System.arraycopy(above, 0, rows, 1, count);
        rows[count + 1] = (byte) type;
        for (int i = 0; i < count; i++) {
          int a = i < step ? 0 : row[i - step] & 0xFF;
          int b = above[i] & 0xFF;
          int c = i < step ? 0 : above[i - step] & 0xFF;
          int[] predictions = {0, a, b, (a + b) / 2, PngFixture.paeth(a, b, c)};
          rows[count + 2 + i] = (byte) (row[i] - predictions[type]);
        }
        RowFilter.undo(rows, count + 2, 1, count, step);
        assertThat(rows)
            .as("type %d, %d bytes", type, count)
            .isEqualTo(
                PngFixture.join(new byte[1], above, new byte[] {(byte) type}, row, new byte[9]));
      }
    }
  }
}
