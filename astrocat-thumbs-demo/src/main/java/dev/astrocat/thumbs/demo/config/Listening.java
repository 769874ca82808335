package dev.astrocat.thumbs.demo.config;

import java.util.List;

/**
 * Where a server listens, and through whom it is reached. Immutable.
 *
 * @param host name or address of this machine
 * @param port 0 for any that is free
 * @param trustedProxies addresses or networks of proxies that are believed when they say for whom
 *     they ask
 */
public record Listening(String host, int port, List<String> trustedProxies) {

  /** Keeps a copy of the list. */
  public Listening {
    trustedProxies = List.copyOf(trustedProxies);
  }
}
