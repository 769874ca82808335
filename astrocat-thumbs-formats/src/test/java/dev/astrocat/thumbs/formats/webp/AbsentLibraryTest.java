package dev.astrocat.thumbs.formats.webp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an application sees that did not add the library, or runs where it has no native part. */
class AbsentLibraryTest {

  private static final String LIBRARY = "webp-imageio";

  private final Map<String, byte[]> cache = new ConcurrentHashMap<>();

  @Test
  void everythingButWebpWorksWithoutTheLibrary() throws Exception {
    try (URLClassLoader loader = new URLClassLoader(classPath(), platform())) {
      assertThat(run(loader))
          .startsWith("[JPEG, PNG]", "JPEG: made")
          .element(2)
          .asString()
          .startsWith("WEBP: OUTPUT_UNSUPPORTED")
          .contains("com.github.usefulness:webp-imageio", "add the library")
          .contains("com/luciad/imageio/webp");
    }
  }

  @Test
  void aLibraryThatDoesNotRunHereSaysSo() throws Exception {
    PrintStream errors = System.err;
    System.setErr(
        new PrintStream(OutputStream.nullOutputStream(), false, UTF_8)); // it prints a lot
    try (URLClassLoader loader = new WithoutNativePart(wholeClassPath())) {
      assertThat(run(loader))
          .startsWith("[JPEG, PNG]", "JPEG: made")
          .element(2)
          .asString()
          .startsWith("WEBP: OUTPUT_UNSUPPORTED")
          .contains("native part of com.github.usefulness:webp-imageio does not run");
    } finally {
      System.setErr(errors);
    }
  }

  @Test
  void whatACacheHoldsIsFoundWithoutTheLibrary() throws Exception {
    assertThat(new CachedGeneration().apply(cache)).contains("WEBP: made");
    try (URLClassLoader loader = new URLClassLoader(classPath(), platform())) {
      assertThat(run(loader)).contains("[JPEG, PNG]", "WEBP: found");
    }
  }

  @SuppressWarnings("unchecked")
  private List<String> run(ClassLoader loader) throws ReflectiveOperationException {
    Object generation =
        loader.loadClass(CachedGeneration.class.getName()).getDeclaredConstructor().newInstance();
    return ((Function<Map<String, byte[]>, List<String>>) generation).apply(cache);
  }

  private static ClassLoader platform() {
    return ClassLoader.getPlatformClassLoader();
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> jars = new ArrayList<>();
    for (URL jar : wholeClassPath()) {
      if (!jar.getPath().contains(LIBRARY)) {
        jars.add(jar);
      }
    }
    assertThat(jars).hasSizeLessThan(wholeClassPath().length);
    return jars.toArray(URL[]::new);
  }

  private static URL[] wholeClassPath() throws MalformedURLException {
    List<URL> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      jars.add(Path.of(entry).toUri().toURL());
    }
    return jars.toArray(URL[]::new);
  }

  /** The library on a machine that it was not built for. */
  private static final class WithoutNativePart extends URLClassLoader {

    WithoutNativePart(URL[] jars) {
      super(jars, platform());
    }

    @Override
    public @Nullable URL getResource(String name) {
      return name.startsWith("native/") ? null : super.getResource(name);
    }
  }
}
