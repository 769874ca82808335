package dev.astrocat.thumbs.demo.serve;

import dev.astrocat.thumbs.demo.testing.Databases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** On the embedded database. */
final class H2RestTest extends RestContract {

  @Override
  TestServer start(Path folder) throws IOException {
    return TestServer.start(
        folder, Databases.h2(), Optional.empty(), Optional.of(TestServer.TOKEN), "127.0.0.1");
  }
}
