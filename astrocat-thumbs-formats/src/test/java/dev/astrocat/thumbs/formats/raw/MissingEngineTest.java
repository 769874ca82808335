package dev.astrocat.thumbs.formats.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;

class MissingEngineTest {

  /** Messages may reach anybody; where this machine keeps its files is nobody's business. */
  @Test
  void wordsNameFilesWithoutTheirFolders() {
    String linker = "/tmp/astrocat-raw-1/libjni.so: libraw.so.20: cannot open shared object file";
    assertThat(MissingEngine.words(linker))
        .contains(": libjni.so: libraw.so.20: cannot open", "libraw-dev")
        .doesNotContain("/tmp");
    Throwable loader = new UnsatisfiedLinkError("no jni in java.library.path");
    loader.initCause(new UnsatisfiedLinkError(linker));
    assertThat(MissingEngine.words(new InvocationTargetException(loader)))
        .isEqualTo(MissingEngine.words(linker));
    assertThat(MissingEngine.words(new NoClassDefFoundError("org/bytedeco/javacpp/Pointer")))
        .contains("NoClassDefFoundError: Pointer");
    assertThat(MissingEngine.words("C:\\Temp\\a.dll failed")).contains(": a.dll failed");
  }
}
