package dev.astrocat.thumbs.demo.serve.http;

import io.javalin.config.ContextResolverConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that are believed when they say for whom they ask; what anybody else says of that is
 * not. Thread-safe.
 */
public final class Proxies {

  private static final String FOR = Header.X_FORWARDED_FOR;
  private static final String FORWARDED = "Forwarded";

  /** Nothing else is looked up, for names would be asked of the network. */
  private static final Pattern NUMERIC =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[?[0-9a-fA-F]*:[0-9a-fA-F:.]*]?");

  private final InetAddressSet trusted = new InetAddressSet();

  /** Proxies with these addresses, or in these networks, such as {@code 172.16.0.0/12}. */
  public Proxies(Collection<String> addresses) {
    addresses.forEach(trusted::add);
  }

  /** Lets all routes know who really asks. */
  public void register(ContextResolverConfig resolver) {
    resolver.ip = this::client;
    resolver.scheme = this::scheme;
  }

  /** Whether somebody asks for somebody else, believed or not. */
  static boolean isForwarded(Context ctx) {
    return ctx.header(FOR) != null || ctx.header(FORWARDED) != null;
  }

  /**
   * The address of who asks. Each proxy adds the one that asked it at the end, so that the last one
   * that is none of ours is the first that can be believed.
   */
  private String client(Context ctx) {
    String client = ctx.req().getRemoteAddr();
    List<String> hops =
        List.of(String.join(",", Collections.list(ctx.req().getHeaders(FOR))).split(","));
    for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
      String hop = hops.get(i).strip();
      if (!NUMERIC.matcher(hop).matches()) {
        return client;
      }
      client = hop;
    }
    return client;
  }

  /** Whether the client came by https or http. */
  private String scheme(Context ctx) {
    @Nullable String said = ctx.header(Header.X_FORWARDED_PROTO);
    boolean isBelieved = said != null && isTrusted(ctx.req().getRemoteAddr());
    return isBelieved && "https".equalsIgnoreCase(said) ? "https" : ctx.req().getScheme();
  }

  private boolean isTrusted(String numeric) {
    try {
      return !trusted.isEmpty() && trusted.test(InetAddress.getByName(numeric));
    } catch (UnknownHostException e) {
      return false; // digits and dots that are no address
    }
  }
}
