package dev.astrocat.thumbs.demo.serve;

import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.testing.Databases;
import dev.astrocat.thumbs.demo.testing.RedisProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;

/** On PostgreSQL, with progress in Redis. */
final class PostgresRestTest extends RestContract {

  private @Nullable RedisProcess redis;

  @Override
  TestServer start(Path folder) throws IOException {
    DatabaseUrl database = Databases.postgres();
    RedisProcess started = RedisProcess.start();
    redis = started;
    return TestServer.start(
        folder,
        database,
        Optional.of(started.address()),
        Optional.of(TestServer.TOKEN),
        "127.0.0.1");
  }

  @AfterAll
  void stop() {
    if (redis != null) {
      redis.close();
    }
  }
}
