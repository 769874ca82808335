package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.source.ImageSource;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** The native zstd library is the application's choice; without it the rest works. */
class ZstdAbsentTest {

  private static final XisfSamples SAMPLES = new XisfSamples("UInt16", 6, 5, 1);

  @Test
  void errorNamesTheArtifactToAdd() throws ReflectiveOperationException {
    try (ThumbnailGenerator thumbnails = withoutZstd()) {
      for (String codec : new String[] {"zstd", "zstd+sh"}) {
        assertThatExceptionOfType(DecodeException.class)
            .isThrownBy(() -> thumbnails.generate(packed(codec)))
            .withMessageContaining("com.github.luben:zstd-jni")
            .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FORMAT_UNSUPPORTED));
      }
    }
  }

  @Test
  void otherCodecsDoNotMissIt() throws ReflectiveOperationException {
    try (ThumbnailGenerator thumbnails = withoutZstd()) {
      for (String codec : new String[] {"", "zlib+sh", "lz4", "lz4hc+sh"}) {
        assertThat(thumbnails.generate(packed(codec)).width()).isEqualTo(6);
      }
    }
  }

  private static ThumbnailRequest packed(String codec) {
    XisfBlock block = XisfBlock.of(SAMPLES.planar()).codec(codec, 2);
    byte[] file = XisfFixture.of(XisfElement.image(SAMPLES).block(block));
    return ThumbnailRequest.of(ImageSource.of("a.xisf", file));
  }

  private static ThumbnailGenerator withoutZstd() throws ReflectiveOperationException {
    Class<?> decoder = new WithoutZstd().loadClass(XisfDecoder.class.getName());
    assertThat(decoder).isNotEqualTo(XisfDecoder.class);
    return ThumbnailGenerator.builder()
        .onlyDecoders((FormatDecoder) decoder.getConstructor().newInstance())
        .build();
  }

  /** Loads the decoders anew, in a world without zstd. */
  private static final class WithoutZstd extends ClassLoader {

    WithoutZstd() {
      super(XisfDecoder.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("com.github.luben.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("dev.astrocat.thumbs.formats.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : defined(name);
    }

    private Class<?> defined(String name) throws ClassNotFoundException {
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (file == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = file.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
