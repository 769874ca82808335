package dev.astrocat.thumbs.demo.serve;

import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.demo.library.Library;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;

/** The running server: routes over a library and a generator, and the page. */
final class DemoServer implements AutoCloseable {

  private static final String PAGE = "/ui";

  private final Javalin javalin;
  private final String host;

  private DemoServer(Javalin javalin, String host) {
    this.javalin = javalin;
    this.host = host;
  }

  /**
   * Starts it.
   *
   * @param host address to listen on
   * @param port 0 for any that is free
   * @throws UnknownHostException for an address that is none
   * @throws JavalinBindException for an address or port that cannot be had
   */
  static DemoServer start(Library library, ThumbnailGenerator generator, String host, int port)
      throws UnknownHostException {
    Guard guard = new Guard(host, InetAddress.getByName(host));
    Javalin javalin =
        Javalin.create(
            config -> {
              quiet(config);
              guard.register(config.routes);
              new Failures(generator.sizes()).register(config.routes);
              new ImageRoutes(library).register(config.routes);
              new ThumbnailRoute(library, generator, Clock.systemUTC()).register(config.routes);
              new HealthRoute(generator).register(config.routes);
              config.staticFiles.add(PAGE, Location.CLASSPATH);
            });
    return new DemoServer(javalin.start(host, port), host);
  }

  private static void quiet(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServer(server -> server.setErrorHandler(new Refusals()));
  }

  /** Where a browser finds it. */
  String address() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return "http://" + name + ":" + javalin.port() + "/";
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
