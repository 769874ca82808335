package dev.astrocat.thumbs.formats.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.testing.FitsFixture;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class UnpackedInputTest {

  private static final byte[] PLAIN =
      FitsFixture.file(
          FitsFixture.empty(), FitsFixture.image(16, 300, 200).named("SCI").stored(i -> i % 1000));

  @Test
  void gzippedFileGivesTheSameSamples() throws IOException {
    assertThat(Opened.of(FitsFixture.gzip(PLAIN)).samples()[0])
        .containsExactly(Opened.of(PLAIN).samples()[0]);
  }

  @Test
  void membersFollowEachOtherAndTrailingBytesDoNotCount() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(FitsFixture.gzip(Arrays.copyOf(PLAIN, 3000)));
    file.writeBytes(FitsFixture.gzip(new byte[0]));
    file.writeBytes(FitsFixture.gzip(Arrays.copyOfRange(PLAIN, 3000, PLAIN.length)));
    file.writeBytes("rubbish".getBytes(StandardCharsets.US_ASCII));

    assertThat(Opened.of(file.toByteArray()).samples()[0])
        .containsExactly(Opened.of(PLAIN).samples()[0]);
  }

  @Test
  void manyEmptyMembersAreWalkedWithoutRecursion() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    byte[] empty = FitsFixture.gzip(new byte[0]);
    for (int i = 0; i < 100_000; i++) {
      file.writeBytes(empty);
    }

    assertFails(file.toByteArray(), ErrorCode.DATA_TRUNCATED);
  }

  @Test
  void nameWithoutAnEndIsMalformed() {
    byte[] file = new byte[2 << 20];
    Arrays.fill(file, (byte) 'a');
    System.arraycopy(new byte[] {0x1F, (byte) 0x8B, 8, 8, 0, 0, 0, 0, 0, 3}, 0, file, 0, 10);

    assertFails(file, ErrorCode.DATA_MALFORMED);
  }

  @Test
  void bombIsRefusedByItsHeader() {
    byte[] lie = FitsFixture.image(8, 4, 4).card("NAXIS1", "32768").card("NAXIS2", "32768").bytes();
    byte[] bomb = FitsFixture.gzip(Arrays.copyOf(lie, 64 << 20));

    assertTimeout(Duration.ofSeconds(5), () -> assertFails(bomb, ErrorCode.LIMIT_DIMENSIONS));
  }

  @Test
  void inflatedFileIsBoundedByTheLimitForFiles() {
    Limits limits = Limits.defaults().withMaxSourceBytes(100_000);

    assertThatThrownBy(
            () ->
                Opened.of(
                    FitsFixture.gzip(PLAIN), new DecodeContext(limits, ImageSelection.DEFAULT)))
        .isInstanceOfSatisfying(
            ThumbnailException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_DIMENSIONS));
  }

  @Test
  void declaredDataMustBeThere() {
    byte[] lie = FitsFixture.image(16, 30, 20).card("NAXIS2", "2000").bytes();

    assertFails(FitsFixture.gzip(lie), ErrorCode.DATA_TRUNCATED);
  }

  @Test
  void cutFileEndsEarly() {
    byte[] gzip = FitsFixture.gzip(PLAIN);

    for (int length : new int[] {3, 11, 40, gzip.length / 2, gzip.length - 300}) {
      assertThatThrownBy(() -> Opened.of(Arrays.copyOf(gzip, length)))
          .isInstanceOf(EOFException.class);
    }
  }

  @Test
  void brokenDataIsMalformed() {
    byte[] gzip = FitsFixture.gzip(PLAIN);
    Arrays.fill(gzip, 60, 70, (byte) 0xFF);

    assertFails(gzip, ErrorCode.DATA_MALFORMED);
  }

  /** A 4 x 2 image of 16-bit values -3 to 4, packed by Python's bz2. */
  @Test
  void bzippedFileIsRead() throws IOException {
    byte[] file =
        Base64.getDecoder()
            .decode(
                "QlpoOTFBWSZTWbGj/EEAAGJ+CPwAwABAATWCNidMQBAAAAugAHBjAATAAEwRURogM1HqAfpRpdSm2AjjTLAA"
                    + "3glUjSsq8kO2aRJW+U7eZqBTrYnKmlEh7y+Tz4vu5FHna+LGsy7pqpJCH7+2/i7kinChIWNH+II=");

    assertThat(Opened.of(file).samples()[0]).containsExactly(-3, -2, -1, 0, 1, 2, 3, 4);
  }

  @Test
  void unixCompressIsUnsupported() {
    assertFails(new byte[] {0x1F, (byte) 0x9D, (byte) 0x90, 0}, ErrorCode.FORMAT_UNSUPPORTED);
  }

  @Test
  void contentDecidesOnTheMatch() throws IOException {
    assertThat(Opened.probe("a.jpg", PLAIN)).isEqualTo(Match.BY_CONTENT);
    assertThat(Opened.probe("a.bin", FitsFixture.gzip(PLAIN))).isEqualTo(Match.BY_CONTENT);
    assertThat(Opened.probe("a.txt.gz", FitsFixture.gzip(new byte[99]))).isEqualTo(Match.NO);
    assertThat(Opened.probe("A.FITS.gz", new byte[99])).isEqualTo(Match.BY_NAME);
    assertThat(Opened.probe("a.fit.bz2", new byte[99])).isEqualTo(Match.BY_NAME);
    assertThat(Opened.probe("a.fits", new byte[0])).isEqualTo(Match.BY_NAME);
    assertThat(Opened.probe("a.png", new byte[3])).isEqualTo(Match.NO);
    byte[] cut = Arrays.copyOf(FitsFixture.gzip(PLAIN), 5);
    assertThat(Opened.probe("a.gz", cut)).isEqualTo(Match.NO);
  }

  private static void assertFails(byte[] file, ErrorCode code) {
    assertThatThrownBy(() -> Opened.of(file))
        .isInstanceOfSatisfying(
            ThumbnailException.class, e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
  }
}
