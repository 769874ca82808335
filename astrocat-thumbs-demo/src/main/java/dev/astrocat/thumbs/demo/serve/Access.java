package dev.astrocat.thumbs.demo.serve;

import dev.astrocat.thumbs.demo.config.Listening;
import dev.astrocat.thumbs.demo.config.Settings;
import dev.astrocat.thumbs.demo.serve.http.AdminTokenFile;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Who may change things. On this machine alone everybody may, unless a token was set; a server that
 * a network can reach, by itself or through a proxy, always has one, its own if need be. Immutable.
 *
 * @param token what administrators must show
 * @param made the file of a token of the server's own
 * @param isLocal whether only this machine can reach the server
 */
record Access(Optional<String> token, Optional<AdminTokenFile> made, boolean isLocal) {

  /**
   * By what the server was told.
   *
   * @throws IOException if the address is none, or a token of its own cannot be kept
   */
  static Access of(Settings settings, Listening at) throws IOException {
    boolean isLocal =
        InetAddress.getByName(at.host()).isLoopbackAddress()
            && settings.publicHosts().isEmpty()
            && at.trustedProxies().isEmpty();
    if (isLocal || settings.adminToken().isPresent()) {
      return new Access(settings.adminToken(), Optional.empty(), isLocal);
    }
    AdminTokenFile made = AdminTokenFile.in(settings.data().root());
    return new Access(Optional.of(made.token()), Optional.of(made), false);
  }

  /** Lines for whoever started the server; a new token is shown this once. */
  List<String> words(String address) {
    if (isLocal) {
      return List.of("open " + address + " (only on this machine; --host 0.0.0.0 for the network)");
    }
    String open = "open " + address + " (everybody who can reach this machine sees these images)";
    return made.map(
            file ->
                file.isNew()
                    ? List.of(open, "administration: " + address + "admin#token=" + file.token())
                    : List.of(open, "administration: the token is in " + file.file()))
        .orElse(List.of(open));
  }
}
