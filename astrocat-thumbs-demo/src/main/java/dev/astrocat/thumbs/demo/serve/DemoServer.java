package dev.astrocat.thumbs.demo.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.astrocat.thumbs.demo.config.Listening;
import dev.astrocat.thumbs.demo.index.Indexer;
import dev.astrocat.thumbs.demo.node.Node;
import dev.astrocat.thumbs.demo.serve.admin.Meters;
import dev.astrocat.thumbs.demo.serve.http.AdminKey;
import dev.astrocat.thumbs.demo.serve.http.Failures;
import dev.astrocat.thumbs.demo.serve.http.Guard;
import dev.astrocat.thumbs.demo.serve.http.HostNames;
import dev.astrocat.thumbs.demo.serve.http.JettyLimits;
import dev.astrocat.thumbs.demo.serve.http.Proxies;
import dev.astrocat.thumbs.demo.serve.http.RateLimit;
import dev.astrocat.thumbs.demo.serve.http.RouteTable;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: routes over an installation, and the page. */
final class DemoServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DemoServer.class);

  private static final String PAGE = "/ui";

  private final Javalin javalin;
  private final AllRoutes routes;
  private final String host;
  private final InetAddress address;

  private DemoServer(Javalin javalin, AllRoutes routes, String host, InetAddress address) {
    this.address = address;
    this.javalin = javalin;
    this.routes = routes;
    this.host = host;
  }

  /**
   * Starts it.
   *
   * @param meters count what it answers
   * @param at where it listens
   * @throws UnknownHostException for an address that is none
   * @throws JavalinBindException for an address or port that cannot be had
   */
  static DemoServer start(Node node, Indexer indexer, AdminKey key, Meters meters, Listening at)
      throws UnknownHostException {
    InetAddress address = InetAddress.getByName(at.host());
    HostNames names = new HostNames(at.host(), address, node.settings().publicHosts());
    Proxies proxies = new Proxies(at.trustedProxies());
    ObjectMapper mapper = mapper();
    AllRoutes routes = new AllRoutes(node, indexer, key, meters, mapper);
    Javalin javalin =
        Javalin.create(
            config -> {
              quiet(config);
              limit(config, at);
              proxies.register(config.contextResolver);
              config.jsonMapper(new JavalinJackson(mapper, false));
              meters.register(config.routes);
              new Guard(names).register(config.routes);
              new Failures(node.generator().sizes()).register(config.routes);
              routes.table().register(config.routes, key, new RateLimit(2_000, 100));
              config.staticFiles.add(PAGE, Location.CLASSPATH);
            });
    return new DemoServer(javalin.start(), routes, at.host(), address);
  }

  /** Names of JSON fields are as in the original: {@code file_name}. */
  private static ObjectMapper mapper() {
    return JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  }

  private static void quiet(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.prefer405over404 = true;
  }

  private static void limit(JavalinConfig config, Listening at) {
    config.jetty.modifyHttpConfiguration(JettyLimits::on);
    config.jetty.modifyServer(JettyLimits::on);
    config.jetty.addConnector(
        (server, http) -> JettyLimits.connector(server, http, at.host(), at.port()));
  }

  /** What it answers. */
  RouteTable table() {
    return routes.table();
  }

  /** Where a browser finds it. */
  String address() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    if (address.isAnyLocalAddress()) {
      name = machine();
    }
    return "http://" + name + ":" + javalin.port() + "/";
  }

  /** By which others find this machine, as far as it knows itself. */
  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostAddress();
    } catch (UnknownHostException e) {
      return "localhost"; // a machine without a name in a network
    }
  }

  /** Takes no more requests, and answers those that there are for some seconds. */
  @Override
  public void close() {
    routes.end();
    try {
      javalin.stop();
    } catch (JavalinException e) {
      if (!(e.getCause() instanceof TimeoutException)) {
        throw e;
      }
      log.warn("some requests were not answered in time, and are cut off");
    }
  }
}
