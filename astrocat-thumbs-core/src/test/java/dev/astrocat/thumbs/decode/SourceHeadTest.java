package dev.astrocat.thumbs.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import dev.astrocat.thumbs.testing.HalfReadable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SourceHeadTest {

  private static final int SIZE = 200_000;

  @Test
  void bytesFromAnywhereEndWithTheSource() throws IOException {
    try (SourceBytes source = numbered()) {
      SourceHead head = new SourceHead(source);
      assertThat(head.at(3, 2)).isEqualTo(ByteBuffer.wrap(new byte[] {3, 4}));
      assertThat(head.at(100_000, 2)).isEqualTo(ByteBuffer.wrap(new byte[] {-96, -95}));
      assertThat(head.at(SIZE - 1, 9).remaining()).isEqualTo(1);
      assertThat(head.at(SIZE, 9).remaining()).isZero();
      assertThat(head.at(5, 0).remaining()).isZero();
      assertThat(head.at(5, -1).remaining()).isZero();
      assertThat(head.at(-1, 9).remaining()).isZero();
      assertThat(head.at(Long.MAX_VALUE, Integer.MAX_VALUE).remaining()).isZero();
    }
  }

  @Test
  void allLooksTogetherStayInTheBudget() throws IOException {
    try (SourceBytes source = numbered()) {
      SourceHead head = new SourceHead(source);
      int read = SourceHead.PREFETCH;
      for (int i = 0; i < 20; i++) {
        read += head.at(20_000 + i, 10_000).remaining();
      }
      assertThat(read).isEqualTo(SourceHead.BUDGET);
    }
  }

  @Test
  void bytesThatWereReadBeforeCostNothing() throws IOException {
    try (SourceBytes source = numbered()) {
      SourceHead head = new SourceHead(source);
      for (int i = 0; i < 20; i++) {
        assertThat(head.at(20_000, 10_000).remaining()).isEqualTo(10_000);
        assertThat(head.at(20_000, 2)).isEqualTo(ByteBuffer.wrap(new byte[] {32, 33}));
      }
      assertThat(head.at(50_000, SIZE).remaining())
          .isEqualTo(SourceHead.BUDGET - SourceHead.PREFETCH - 10_000);
      assertThat(head.at(20_000, 10_000).remaining()).isEqualTo(10_000); // still
    }
  }

  @Test
  void aLookThatFailsIsKept() throws IOException {
    IOException failure = new IOException("bad sector");
    SourceHead head = new SourceHead(new HalfReadable(numbered(), SIZE / 2, failure));
    assertThat(head.failure()).isEmpty();
    assertThat(head.at(100_000, 2).remaining()).isZero();
    assertThat(head.failure()).contains(failure);
  }

  private static SourceBytes numbered() {
    byte[] bytes = new byte[SIZE];
    Arrays.setAll(new int[SIZE], i -> bytes[i] = (byte) i);
    return ImageSource.of("a.fits", bytes).open(Limits.defaults());
  }
}
