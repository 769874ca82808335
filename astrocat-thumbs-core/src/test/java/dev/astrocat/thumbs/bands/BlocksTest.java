package dev.astrocat.thumbs.bands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BlocksTest {

  @Test
  void theShorterBlockIsTheLastOrTheFirst() {
    assertThat(lengths(Blocks.fromStart(10, 4))).containsExactly(4, 4, 2);
    assertThat(lengths(Blocks.fromEnd(10, 4))).containsExactly(2, 4, 4);
    assertThat(lengths(Blocks.fromEnd(8, 4))).containsExactly(4, 4);
    assertThat(lengths(Blocks.fromStart(3, 7))).containsExactly(3);
    assertThat(lengths(Blocks.fromEnd(3, 7))).containsExactly(3);
  }

  @Test
  void blocksCoverEachLineOnceAndMirrorEachOther() {
    for (int length = 1; length < 60; length++) {
      for (int size = 1; size < 20; size++) {
        int[] start = lengths(Blocks.fromStart(length, size));
        int[] end = lengths(Blocks.fromEnd(length, size));
        assertThat(java.util.Arrays.stream(start).sum()).isEqualTo(length);
        for (int i = 0; i < start.length; i++) {
          assertThat(start[i]).isEqualTo(end[end.length - 1 - i]).isPositive();
        }
        assertWholeOnes(Blocks.fromStart(length, size));
        assertWholeOnes(Blocks.fromEnd(length, size));
      }
    }
  }

  private static void assertWholeOnes(Blocks blocks) {
    for (int i = 0; i < blocks.count(); i++) {
      boolean whole = i >= blocks.firstWhole() && i < blocks.endWhole();
      assertThat(whole).as("%s block %d", blocks, i).isEqualTo(blocks.lengthOf(i) == blocks.size());
    }
  }

  private static int[] lengths(Blocks blocks) {
    return java.util.stream.IntStream.range(0, blocks.count()).map(blocks::lengthOf).toArray();
  }
}
