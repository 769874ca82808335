package dev.astrocat.thumbs.formats.preview;

import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.testing.FormatDecoderContract;

final class PreviewContractTest extends FormatDecoderContract {

  private final byte[] file =
      RawFixture.dng(1, RawFixture.jpeg(120, 80), RawFixture.jpeg(360, 240));

  @Override
  protected FormatDecoder decoder() {
    return new EmbeddedPreviewDecoder();
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
