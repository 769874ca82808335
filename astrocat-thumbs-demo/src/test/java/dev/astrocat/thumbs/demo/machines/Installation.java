package dev.astrocat.thumbs.demo.machines;

import dev.astrocat.thumbs.demo.testing.PostgresServer;
import dev.astrocat.thumbs.demo.testing.RedisProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * Servers and workers on one PostgreSQL, one Redis and one folder of thumbnails. One thread at a
 * time.
 */
final class Installation implements AutoCloseable {

  static final int MAX_SIZE = 100;

  private final Path folder;
  private final StoppablePostgres postgres;
  private final RedisProcess redis;
  private final List<DemoProcess> servers = new ArrayList<>();
  private final List<DemoProcess> workers = new ArrayList<>();
  private final List<Visitor> visitors = new ArrayList<>();

  private Installation(Path folder, StoppablePostgres postgres, RedisProcess redis) {
    this.folder = folder;
    this.postgres = postgres;
    this.redis = redis;
  }

  /** Starts processes over the sky in that folder; the test is skipped where that cannot be. */
  static Installation start(Path folder, int servers, int workers) throws Exception {
    Installation all = new Installation(folder, postgres(folder), RedisProcess.start());
    boolean isStarted = false;
    try {
      for (int i = 0; i < servers; i++) {
        all.servers.add(all.server());
      }
      for (int i = 0; i < workers; i++) {
        all.workers.add(all.worker());
      }
      for (DemoProcess server : all.servers) {
        all.visitors.add(new Visitor(server.address()));
      }
      isStarted = true;
      return all;
    } finally {
      if (!isStarted) {
        all.close();
      }
    }
  }

  private static StoppablePostgres postgres(Path folder) {
    try {
      return new StoppablePostgres(folder.resolve("postgres"));
    } catch (IOException | IllegalStateException e) {
      Assumptions.abort(PostgresServer.reason(e));
      throw new IllegalStateException(e);
    }
  }

  private DemoProcess server() throws IOException {
    return start("serve", "--port", "0", "--scan-every", "off", "--workers", "0");
  }

  private DemoProcess worker() throws IOException {
    return start("worker", "--workers", "2");
  }

  private DemoProcess start(String... own) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(own));
    arguments.addAll(List.of("--library", sky(folder).toString()));
    arguments.addAll(List.of("--data", folder.resolve("data").toString()));
    arguments.addAll(List.of("--thumbnails", thumbnails().toString()));
    arguments.addAll(List.of("--max-size", String.valueOf(MAX_SIZE)));
    arguments.addAll(List.of("--database", postgres.address()));
    arguments.addAll(List.of("--redis", redis.address().toString()));
    return DemoProcess.start(folder.resolve("logs"), arguments);
  }

  static Path sky(Path folder) {
    return folder.resolve("sky");
  }

  Path thumbnails() {
    return folder.resolve("thumbnails");
  }

  StoppablePostgres postgres() {
    return postgres;
  }

  RedisProcess redis() {
    return redis;
  }

  /** One for each server. */
  List<Visitor> visitors() {
    return visitors;
  }

  Visitor visitor() {
    return visitors.get(0);
  }

  List<DemoProcess> workers() {
    return workers;
  }

  List<DemoProcess> servers() {
    return servers;
  }

  /** kill -9 of a worker, and another in its place. */
  void replace(int worker) throws IOException, InterruptedException {
    workers.get(worker).kill();
    workers.set(worker, worker());
  }

  @Override
  public void close() throws IOException {
    workers.forEach(DemoProcess::close);
    servers.forEach(DemoProcess::close);
    redis.close();
    postgres.close();
  }
}
