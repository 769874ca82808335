package dev.astrocat.thumbs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The module path and the class path find the same providers. */
final class ServiceFilesTest {

  static Stream<LibraryModule> modules() {
    return Stream.of(LibraryModule.CORE, LibraryModule.FORMATS, LibraryModule.CACHE);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void serviceFilesNameWhatTheModuleProvides(LibraryModule module) throws IOException {
    assertThat(filed(module)).isEqualTo(declared(module));
  }

  private static Map<String, List<String>> declared(LibraryModule module) {
    return module.descriptor().provides().stream()
        .collect(
            Collectors.toMap(
                ModuleDescriptor.Provides::service,
                provides -> provides.providers().stream().sorted().toList(),
                (one, other) -> one,
                TreeMap::new));
  }

  private static Map<String, List<String>> filed(LibraryModule module) throws IOException {
    Map<String, List<String>> services = new TreeMap<>();
    Path folder =
        SourceTree.ROOT.resolve(module.project()).resolve("src/main/resources/META-INF/services");
    if (Files.isDirectory(folder)) {
      for (Path file : SourceTree.filesIn(folder)) {
        services.put(file.getFileName().toString(), providers(file));
      }
    }
    return services;
  }

  private static List<String> providers(Path file) {
    return SourceTree.text(file)
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .sorted()
        .toList();
  }
}
