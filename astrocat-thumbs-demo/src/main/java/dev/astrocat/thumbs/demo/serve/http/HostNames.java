package dev.astrocat.thumbs.demo.serve.http;

import java.net.InetAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names by which the server may be addressed. A foreign page could otherwise point a name of
 * its own at 127.0.0.1 and read the library through the visitor's browser (DNS rebinding). On a
 * network any name is answered, unless some are listed. Immutable.
 */
public final class HostNames {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern NUMERIC =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

  private final Set<String> names = new HashSet<>(LOOPBACK);
  private final boolean any;
  private final boolean numeric;

  /**
   * Names of a server.
   *
   * @param bindHost what it was told to listen on
   * @param address the same as an address
   * @param further names that are answered, too
   */
  public HostNames(String bindHost, InetAddress address, Collection<String> further) {
    names.add(bindHost.toLowerCase(Locale.ROOT));
    further.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    any = !address.isLoopbackAddress() && further.isEmpty();
    numeric = !address.isLoopbackAddress();
  }

  /** The port is not compared: it changes when the server is reached through a tunnel. */
  boolean hold(@Nullable String hostAndPort) {
    if (hostAndPort == null) {
      return false;
    }
    String name = withoutPort(hostAndPort).toLowerCase(Locale.ROOT);
    return any || names.contains(name) || numeric && NUMERIC.matcher(name).matches();
  }

  private static String withoutPort(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    boolean port = colon > hostAndPort.lastIndexOf(']');
    return port ? hostAndPort.substring(0, colon) : hostAndPort;
  }
}
