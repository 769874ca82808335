package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.testing.FormatDecoderContract;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;

/** Both decoders of XISF keep the contract. */
class XisfContractsTest {

  private static final XisfSamples SAMPLES = new XisfSamples("UInt16", 17, 11, 3);

  @Nested
  class PlainContractTest extends FormatDecoderContract {

    private final byte[] file =
        XisfFixture.of(
            XisfElement.image("UInt16", 17, 11, 3).block(XisfBlock.of(SAMPLES.planar())));

    @Override
    protected FormatDecoder decoder() {
      return new XisfDecoder();
    }

    @Override
    protected byte[] file() {
      return file;
    }
  }

  @Nested
  class ThumbnailContractTest extends FormatDecoderContract {

    private final byte[] file = file(new byte[32 * 24]);

    private byte[] file(byte[] samples) {
      Arrays.fill(samples, (byte) 200);
      return XisfFixture.of(
          XisfElement.image("Complex32", 640, 480, 1)
              .block(XisfBlock.of(new byte[8]))
              .child(
                  new XisfElement("Thumbnail")
                      .attribute("geometry", "32:24:1")
                      .attribute("sampleFormat", "UInt8")
                      .block(XisfBlock.of(samples))));
    }

    @Override
    protected FormatDecoder decoder() {
      return new XisfThumbnailDecoder();
    }

    @Override
    protected Match match() {
      return Match.BY_PREVIEW;
    }

    @Override
    protected byte[] file() {
      return file;
    }
  }
}
