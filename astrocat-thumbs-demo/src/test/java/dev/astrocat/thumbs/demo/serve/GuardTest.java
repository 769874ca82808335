package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.demo.library.Library;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, localhost, 200",
    "127.0.0.1, LOCALHOST:9000, 200",
    "127.0.0.1, 127.0.0.1:80, 200",
    "127.0.0.1, [::1]:80, 200",
    "127.0.0.1, evil.example, 421",
    "127.0.0.1, localhost.evil.example:8080, 421",
    "127.0.0.1, 127.0.0.1.evil.example, 421",
    "0.0.0.0, telescope.example, 200"
  })
  void onlyLoopbackNamesAreAnsweredOnLoopback(String bound, String host, int status)
      throws IOException {
    try (ThumbnailGenerator generator = ThumbnailGenerator.create();
        DemoServer server = DemoServer.start(new Library(List.of()), generator, bound, 0)) {
      assertThat(statusLine(server, host)).startsWith("HTTP/1.1 " + status);
    }
  }

  /** By hand: the JDK's client does not let one choose the Host header. */
  private static String statusLine(DemoServer server, String host) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(server.address()).getPort())) {
      String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readAllBytes();
      return new String(answer, StandardCharsets.ISO_8859_1);
    }
  }
}
