package dev.astrocat.thumbs.demo.config;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a server alone. One thread at a time. */
public final class ListenOptions {

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "address to listen on; 0.0.0.0 for the network (HOST; default: 127.0.0.1, which only"
              + " this machine can reach)")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "port to listen on, 0 for any (PORT; default: 8080)")
  private @Nullable String port;

  @Option(
      names = "--trusted-proxy",
      paramLabel = "ADDRESS",
      arity = "1..*",
      description =
          "proxies before the server, or their networks, that are believed when they say for whom"
              + " they ask (TRUSTED_PROXIES, by commas)")
  private List<String> trustedProxies = List.of();

  /**
   * What they say together with the environment.
   *
   * @throws WrongSettings with a line for each mistake
   */
  public Listening read(Map<String, String> environment) {
    Map<Key, List<String>> options = new EnumMap<>(Key.class);
    if (host != null) {
      options.put(Key.HOST, List.of(host));
    }
    if (port != null) {
      options.put(Key.PORT, List.of(port));
    }
    if (!trustedProxies.isEmpty()) {
      options.put(Key.TRUSTED_PROXIES, List.copyOf(trustedProxies));
    }
    return new SettingReader(new Given(options, environment)).listening();
  }
}
