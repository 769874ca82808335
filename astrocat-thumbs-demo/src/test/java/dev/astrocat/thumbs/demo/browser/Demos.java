package dev.astrocat.thumbs.demo.browser;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Servers over the sample sky, one for each set of options, which live until all tests are over:
 * each start costs seconds, and a page that leaves a server as it found it does not need its own.
 * One thread at a time.
 */
final class Demos implements AutoCloseable {

  private final Map<List<String>, Demo> running = new HashMap<>();

  /** The server with those options, started if there is none. */
  Demo with(Sky sky, List<String> options) throws InterruptedException {
    Demo demo = running.get(options);
    if (demo == null) {
      Path data = sky.parent().resolve("data" + running.size());
      demo = Demo.start(sky.folder(), data, options.toArray(String[]::new));
      running.put(options, demo);
    }
    return demo;
  }

  @Override
  public void close() {
    running.values().forEach(Demo::close);
  }
}
