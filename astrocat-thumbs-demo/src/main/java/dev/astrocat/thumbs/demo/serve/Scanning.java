package dev.astrocat.thumbs.demo.serve;

import dev.astrocat.thumbs.demo.node.Node;
import dev.astrocat.thumbs.demo.serve.indexer.Scans;
import dev.astrocat.thumbs.host.ProgressKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The indexer of a server, as its routes need it. Thread-safe. */
record Scanning(Scans scans) implements AutoCloseable {

  static Scanning of(Node node, List<Path> folders) {
    node.catalog().register(folders);
    return new Scanning(new Known());
  }

  @Override
  public void close() {}

  private static final class Known implements Scans {
    @Override
    public String scan(Optional<Path> folder) {
      return folder.map(ProgressKeys::rescan).orElse("");
    }

    @Override
    public String rescan(Path folder) {
      return ProgressKeys.rescan(folder);
    }

    @Override
    public Optional<Current> current() {
      return Optional.empty();
    }
  }
}
