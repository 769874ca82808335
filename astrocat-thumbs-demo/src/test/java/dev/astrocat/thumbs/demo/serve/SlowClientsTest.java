package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.testing.Databases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
final class SlowClientsTest {

  private static final int MANY = 400; // more than the server has threads

  @TempDir private Path folder;

  @Test
  void whoSendsSlowlyHoldsUpNobody() throws Exception {
    try (TestServer server =
        TestServer.start(folder, Databases.h2(), Optional.empty(), Optional.empty(), "127.0.0.1")) {
      List<Socket> slow = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        String part = i % 2 == 0 ? "POST /api/login HTTP/1.1\r\nHo" : body(100) + "{";
        slow.add(sent(server, part));
      }
      assertThat(server.get("/api/session").statusCode()).isEqualTo(200);
      assertThat(server.post("/api/logout", "{}").statusCode()).isEqualTo(204);
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void bodyWithoutAnEndIsCutOff() throws Exception {
    try (TestServer server =
        TestServer.start(folder, Databases.h2(), Optional.empty(), Optional.empty(), "127.0.0.1")) {
      String chunk = "1000\r\n" + " ".repeat(4096) + "\r\n";
      String head =
          "POST /api/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
      assertThat(server.raw(head + chunk.repeat(17))).startsWith("HTTP/1.1 413");
      assertThat(server.raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(9_000)))
          .startsWith("HTTP/1.1 431");
    }
  }

  /** Each byte begins the idle time anew. */
  @Test
  void requestsSentByteByByteAreCutOff() throws Exception {
    try (TestServer server =
        TestServer.start(folder, Databases.h2(), Optional.empty(), Optional.empty(), "127.0.0.1")) {
      Socket header = sent(server, "GET /api/session HTTP/1.1\r\nX-Long: ");
      Socket body = sent(server, body(5_000) + "{");
      assertThat(secondsUntilCut(header, body)).isBetween(10, 200);
      assertThat(server.get("/api/session").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void bodyThatNeverComesIsNotWaitedFor() throws Exception {
    try (TestServer server =
            TestServer.start(
                folder, Databases.h2(), Optional.empty(), Optional.empty(), "127.0.0.1");
        Socket silent = sent(server, body(100) + "{")) {
      silent.setSoTimeout(300_000);

      assertThat(silent.getInputStream().readAllBytes()).isEmpty();
    }
  }

  /** Until a write fails on both, which is some time after the other side has closed. */
  private static int secondsUntilCut(Socket... clients) throws InterruptedException {
    int seconds = 0;
    boolean isOpen = true;
    while (isOpen && seconds < 300) {
      Thread.sleep(1_000);
      seconds++;
      isOpen = false;
      for (Socket client : clients) {
        isOpen |= takes(client);
      }
    }
    return seconds;
  }

  private static boolean takes(Socket client) {
    try {
      client.getOutputStream().write('x');
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String body(int length) {
    return "POST /api/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "Content-Length: "
        + length
        + "\r\n\r\n";
  }

  private static Socket sent(TestServer server, String text) throws IOException {
    int port = URI.create(server.server.address()).getPort();
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
