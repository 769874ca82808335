package dev.astrocat.thumbs.demo.machines;

import dev.astrocat.thumbs.demo.testing.PostgresServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** A PostgreSQL server that can be stopped and started again with what it holds. */
final class StoppablePostgres implements AutoCloseable {

  private final Path folder;
  private EmbeddedPostgres server;

  StoppablePostgres(Path folder) throws IOException {
    this.folder = folder;
    server = builder().start();
  }

  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder)
        .setCleanDataDirectory(false)
        .setPGStartupWait(PostgresServer.LONGEST_START);
  }

  /** Where it listens, before and after a restart. */
  String address() {
    return "postgresql://postgres:postgres@127.0.0.1:" + server.getPort() + "/postgres";
  }

  void stop() throws IOException {
    server.close();
  }

  void restart() throws IOException {
    server = builder().setPort(server.getPort()).start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
