package dev.astrocat.thumbs.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.NoSuchElementException;

/**
 * One of this project's modules as it stands on the class path: a folder of classes or a jar.
 *
 * @param project its folder in the repository
 * @param root where its classes are, ends with a slash
 */
record LibraryModule(String project, ModuleDescriptor descriptor, URI root) {

  private static final String DESCRIPTOR_FILE = "module-info.class";

  static final LibraryModule CORE = find("astrocat-thumbs-core", "dev.astrocat.thumbs.core");
  static final LibraryModule FORMATS =
      find("astrocat-thumbs-formats", "dev.astrocat.thumbs.formats");
  static final LibraryModule CACHE = find("astrocat-thumbs-cache", "dev.astrocat.thumbs.cache");

  private static LibraryModule find(String project, String name) {
    try {
      var files = LibraryModule.class.getClassLoader().getResources(DESCRIPTOR_FILE);
      for (URL file : Collections.list(files)) {
        ModuleDescriptor descriptor = descriptor(file);
        if (descriptor.name().equals(name)) {
          return new LibraryModule(project, descriptor, root(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new NoSuchElementException("module " + name + " is not on the class path");
  }

  private static ModuleDescriptor descriptor(URL file) throws IOException {
    try (InputStream bytes = file.openStream()) {
      return ModuleDescriptor.read(bytes);
    }
  }

  private static URI root(URL file) {
    String text = file.toString();
    return URI.create(text.substring(0, text.length() - DESCRIPTOR_FILE.length()));
  }

  JavaClasses classes() {
    return new ClassFileImporter().importUrl(location());
  }

  private URL location() {
    try {
      return root.toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder or jar, as it is given to a JVM. */
  Path path() {
    String text = root.toString();
    if (root.getScheme().equals("jar")) {
      text = text.substring("jar:".length(), text.indexOf("!/"));
    }
    return Path.of(URI.create(text));
  }

  String name() {
    return descriptor.name();
  }

  @Override
  public String toString() {
    return name();
  }
}
