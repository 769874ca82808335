package dev.astrocat.thumbs.formats.raw.libraw;

import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.formats.raw.RawDecoder;
import dev.astrocat.thumbs.testing.FormatDecoderContract;
import dev.astrocat.thumbs.testing.Needs;
import dev.astrocat.thumbs.testing.Tool;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;

/** The contract, kept through worker processes. */
@Needs(Tool.LIBRAW)
final class RawContractTest extends FormatDecoderContract {

  private final RawDecoder decoder = new RawDecoder();
  private final byte[] file =
      DngFixture.mosaic("RGGB", 64, 48, (row, column, channel) -> 1_000 + 37 * row + column)
          .bytes();

  @AfterEach
  void endWorkers() throws IOException {
    decoder.close();
  }

  @Override
  protected FormatDecoder decoder() {
    return decoder;
  }

  @Override
  protected byte[] file() {
    return file;
  }
}
