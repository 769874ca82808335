package dev.astrocat.thumbs.formats.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.decode.Evidence;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.formats.imageio.Decoded;
import dev.astrocat.thumbs.formats.raw.RawDecoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** Which page is taken, and what its tags say besides. */
class TiffPagesTest {

  private static final ImageSelection DEFAULT = ImageSelection.DEFAULT;

  /** A small page, marked as reduced, in front of the full one. */
  private static byte[] twoPages() {
    byte[] small = new TiffFixture(2, 1).tag(254, TiffFixture.LONG, 1).file(1, 2);
    byte[] large = new TiffFixture(3, 1).tag(254, TiffFixture.LONG, 0).file(7, 8, 9);
    ByteBuffer both =
        ByteBuffer.allocate(small.length + large.length).order(ByteOrder.LITTLE_ENDIAN);
    both.put(small).put(large);
    ByteBuffer second = ByteBuffer.wrap(large).order(ByteOrder.LITTLE_ENDIAN);
    both.putInt(TiffDirectoryPatch.next(small), small.length + second.getInt(4));
    byte[] file = both.array();
    // The second page's pixels lie right behind its own header.
    int directory = small.length + second.getInt(4);
    for (int at = directory + 2; at < file.length - 12; at += 12) {
      if (both.getShort(at) == Tag.STRIP_OFFSETS) {
        both.putInt(at + 8, small.length + 8);
      }
    }
    return file;
  }

  @Test
  void reducedPageIsPassedOver() throws IOException {
    assertThat(Decoded.of(new TiffDecoder(), twoPages()).samples()[0]).containsExactly(7, 8, 9);
  }

  @Test
  void anyPageCanBeAskedFor() throws IOException {
    assertThat(Decoded.of(new TiffDecoder(), twoPages(), DEFAULT.withImage(0)).samples()[0])
        .containsExactly(1, 2);
    assertThatExceptionOfType(DecodeException.class)
        .isThrownBy(() -> Decoded.of(new TiffDecoder(), twoPages(), DEFAULT.withImage(2)))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_IMAGE))
        .withMessageContaining("2");
  }

  @Test
  void onePlaneOfAColourImageIsGrey() throws IOException {
    byte[] file = new TiffFixture(2, 1).samples(3).file(1, 2, 3, 4, 5, 6);
    Decoded green = Decoded.of(new TiffDecoder(), file, DEFAULT.withPlane(1));
    assertThat(green.info().channels()).isEqualTo(1);
    assertThat(green.samples()[0]).containsExactly(2, 5);
    assertThatExceptionOfType(DecodeException.class)
        .isThrownBy(() -> Decoded.of(new TiffDecoder(), file, DEFAULT.withPlane(3)));
  }

  @Test
  void orientationIsPassedOn() throws IOException {
    byte[] file = new TiffFixture(2, 1).tag(274, TiffFixture.SHORT, 6).file(1, 2);
    assertThat(Decoded.of(new TiffDecoder(), file).info().orientation())
        .isEqualTo(Orientation.ROTATE_90);
  }

  @Test
  void astroTiffHeaderBecomesEvidence() throws IOException {
    String header =
        String.join(
            "\r\n",
            "SIMPLE  =                    T / file does conform",
            "IMAGETYP= 'Light Frame'        / kind",
            "OBJECT  = 'Barnard''s star'",
            "EXPTIME =                120.0 / [s]",
            "COMMENT nothing = here",
            "HISTORY stacked 12 = all",
            "END",
            "IGNORED = 1");
    byte[] file = new TiffFixture(2, 1).bits(16).text(270, header).file(1, 2);
    assertThat(Decoded.of(new TiffDecoder(), file).info().evidence())
        .containsExactly(
            new Evidence("SIMPLE", "T"),
            new Evidence("IMAGETYP", "Light Frame"),
            new Evidence("OBJECT", "Barnard's star"),
            new Evidence("EXPTIME", "120.0"),
            new Evidence("HISTORY", "stacked 12 = all"));
  }

  @Test
  void theProgramIsEvidence() throws IOException {
    byte[] file = new TiffFixture(2, 1).bits(16).text(305, "GIMP 2.10.34").file(1, 2);
    assertThat(Decoded.of(new TiffDecoder(), file).info().evidence())
        .containsExactly(new Evidence("SOFTWARE", "GIMP 2.10.34"));
  }

  @Test
  void otherDescriptionsAreNoEvidence() throws IOException {
    byte[] file = new TiffFixture(2, 1).text(270, "a = b").file(1, 2);
    assertThat(Decoded.of(new TiffDecoder(), file).info().evidence()).isEmpty();
  }

  @Test
  void cameraRawBelongsToRaw() throws IOException {
    byte[] dng = new TiffFixture(2, 1).tag(50706, 1, 1, 4, 0, 0).file(1, 2);
    byte[] mosaic = new TiffFixture(2, 1).tag(262, TiffFixture.SHORT, 32803).file(1, 2);
    byte[] nef =
        new TiffFixture(2, 1)
            .tag(254, TiffFixture.LONG, 1)
            .text(271, "NIKON CORPORATION")
            .tag(330, TiffFixture.LONG, 8)
            .file(1, 2);
    byte[] named = new TiffFixture(2, 1).text(271, "SONY").file(1, 2);
    for (byte[] raw : new byte[][] {dng, mosaic, nef}) {
      assertThat(Decoded.probe(new TiffDecoder(), "a.tif", raw)).isEqualTo(Match.NO);
      assertThat(Decoded.probe(new RawDecoder(), "a.tif", raw)).isEqualTo(Match.BY_CONTENT);
    }
    assertThat(Decoded.probe(new TiffDecoder(), "a.arw", named)).isEqualTo(Match.NO);
    assertThat(Decoded.probe(new TiffDecoder(), "a.tif", named)).isEqualTo(Match.BY_CONTENT);
  }
}
