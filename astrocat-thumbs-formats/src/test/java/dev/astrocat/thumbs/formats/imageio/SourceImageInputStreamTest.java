package dev.astrocat.thumbs.formats.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import dev.astrocat.thumbs.source.SourceVersion;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import javax.imageio.IIOException;
import org.junit.jupiter.api.Test;

/** Positional reads as a stream, and whose fault a failure is. */
class SourceImageInputStreamTest {

  private static final DecodeContext CONTEXT =
      new DecodeContext(Limits.defaults(), ImageSelection.DEFAULT);

  @Test
  void bytesComeBackFromAnyPosition() throws IOException {
    byte[] bytes = new byte[100_000];
    Random random = new Random(1);
    random.nextBytes(bytes);
    try (SourceBytes source = ImageSource.of("a", bytes).open(Limits.defaults());
        SourceImageInputStream in = new SourceImageInputStream(source, CONTEXT)) {
      for (int i = 0; i < 2000; i++) {
        int at = random.nextInt(bytes.length - 3);
        in.seek(at);
        assertThat(in.read()).isEqualTo(bytes[at] & 0xFF);
        assertThat(in.readUnsignedShort())
            .isEqualTo((bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] & 0xFF);
        assertThat(in.getStreamPosition()).isEqualTo(at + 3);
      }
      in.seek(0);
      assertThat(in.read()).isEqualTo(bytes[0] & 0xFF);
      for (int at = 1; at < 70_000; at += 2) { // across the ends of the buffer
        assertThat(in.readUnsignedShort())
            .isEqualTo((bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF);
      }
      in.seek(0);
      byte[] all = new byte[bytes.length];
      in.readFully(all);
      assertThat(all).isEqualTo(bytes);
      assertThat(in.passedEnd()).isFalse();
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.passedEnd()).isTrue();
    }
  }

  @Test
  void failureOfTheSourceIsNotTakenForABrokenFile() throws IOException {
    IOException lost = new IOException("connection lost");
    try (SourceImageInputStream in = new SourceImageInputStream(new Lost(lost), CONTEXT)) {
      assertThatIOException()
          .isThrownBy(
              () ->
                  LibraryCall.translate(
                      "PNG",
                      in,
                      () -> {
                        try {
                          return in.read();
                        } catch (IOException e) {
                          throw new IIOException("wrapped", e);
                        }
                      }))
          .isSameAs(lost);
    }
  }

  @Test
  void exceptionsOfLibrariesAreTranslated() throws IOException {
    try (SourceBytes source = ImageSource.of("a", new byte[4]).open(Limits.defaults());
        SourceImageInputStream in = new SourceImageInputStream(source, CONTEXT)) {
      assertThatExceptionOfType(DecodeException.class)
          .isThrownBy(() -> LibraryCall.translate("GIF", in, () -> "".charAt(3)))
          .withMessageStartingWith("GIF: ")
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_MALFORMED));
      assertThatExceptionOfType(DecodeException.class)
          .isThrownBy(
              () ->
                  LibraryCall.<Integer>translate(
                      "GIF",
                      in,
                      () -> {
                        throw new IIOException("odd", new EOFException());
                      }))
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_TRUNCATED));
    }
  }

  /** A source whose reads fail. */
  private record Lost(IOException failure) implements SourceBytes {

    @Override
    public String name() {
      return "lost";
    }

    @Override
    public long size() {
      return 100;
    }

    @Override
    public SourceVersion version() {
      return new SourceVersion("1");
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      throw failure;
    }

    @Override
    public void verifyUnchanged() {}

    @Override
    public void close() {}
  }
}
