package dev.astrocat.thumbs.demo.node;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.UUID;

/**
 * This process among those of an installation. Immutable.
 *
 * @param id different from that of all others, also of an earlier one with the same number; short
 *     enough for the columns that hold it
 */
record Process(String id, String host, long pid) {

  private static final int LONGEST_NAME = 24;
  private static final int RANDOM = 8;

  static Process current() {
    String host = name();
    long pid = ProcessHandle.current().pid();
    String random = UUID.randomUUID().toString().substring(0, RANDOM);
    String start = host.substring(0, Math.min(LONGEST_NAME, host.length()));
    return new Process(start + "-" + pid + "-" + random, host, pid);
  }

  private static String name() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return Optional.ofNullable(System.getenv("HOSTNAME")).orElse("unknown"); // as containers say
    }
  }
}
