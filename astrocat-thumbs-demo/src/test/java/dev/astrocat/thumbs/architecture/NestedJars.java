package dev.astrocat.thumbs.architecture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Runs a program from jars inside a jar, none of which is a file: as executable jars of Spring. */
public final class NestedJars extends ClassLoader {

  private final Map<String, List<byte[]>> entries = new LinkedHashMap<>();

  private NestedJars() {
    super(ClassLoader.getPlatformClassLoader());
  }

  /** Takes the outer jar, the program's class, and its arguments. */
  public static void main(String[] args) throws Exception {
    NestedJars loader = new NestedJars();
    try (ZipInputStream outer = new ZipInputStream(Files.newInputStream(Path.of(args[0])))) {
      for (ZipEntry e = outer.getNextEntry(); e != null; e = outer.getNextEntry()) {
        if (e.getName().endsWith(".jar")) {
          loader.add(outer.readAllBytes());
        }
      }
    }
    String[] rest = List.of(args).subList(2, args.length).toArray(String[]::new);
    loader.loadClass(args[1]).getMethod("main", String[].class).invoke(null, (Object) rest);
  }

  private void add(byte[] jar) throws IOException {
    try (ZipInputStream inner = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry e = inner.getNextEntry(); e != null; e = inner.getNextEntry()) {
        entries.computeIfAbsent(e.getName(), name -> new ArrayList<>()).add(inner.readAllBytes());
      }
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    List<byte[]> found = entries.get(name.replace('.', '/') + ".class");
    if (found == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, found.get(0), 0, found.get(0).length);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    List<byte[]> found = entries.get(name);
    return found == null ? null : url(name, found.get(0));
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    return Collections.enumeration(
        entries.getOrDefault(name, List.of()).stream().map(bytes -> url(name, bytes)).toList());
  }

  private static URL url(String name, byte[] bytes) {
    try {
      return new URL(null, "nested:/" + name, new Bytes(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Bytes extends URLStreamHandler {

    private final byte[] bytes;

    Bytes(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(bytes);
        }
      };
    }
  }
}
