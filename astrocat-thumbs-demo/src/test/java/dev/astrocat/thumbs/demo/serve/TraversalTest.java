package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.serve.http.Param;
import dev.astrocat.thumbs.demo.serve.http.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No name of a folder or an image leads out of the library, wherever it stands. */
@Timeout(300)
final class TraversalTest extends EveryRoute {

  @Test
  void thereAreManyWaysUp() {
    assertThat(Traversals.ALL).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("all")
  void noPathLeadsOut(Route route) throws IOException {
    for (String up : Traversals.ALL) {
      for (Param param : route.params()) {
        switch (param.place()) {
          case PATH -> pathLeadsNowhere(route, param, up);
          case QUERY -> queryLeadsNowhere(route, param, up);
          case BODY -> bodyLeadsNowhere(route, param, up);
        }
      }
    }
  }

  private void pathLeadsNowhere(Route route, Param param, String up) throws IOException {
    String path = route.path().replace("{" + param.name() + "}", up.replace(" ", "%20"));
    String answer = server.raw(head(route, path) + "Content-Length: 0\r\n\r\n");
    assertThat(status(answer)).as(up).isIn(400, 404, 405);
    assertThat(answer).doesNotContain("root:");
  }

  private void queryLeadsNowhere(Route route, Param param, String up) throws IOException {
    if (!param.name().equals("path") && !param.name().equals("parent")) {
      return; // not a path
    }
    String path = filled(route, "1") + "?" + param.name() + "=" + up.replace(" ", "%20");
    String answer = server.raw(head(route, path) + "\r\n");
    assertThat(status(answer)).as(up).isIn(200, 400, 404, 422);
    if (status(answer) == 200 && !up.isBlank() && !up.equals("%20")) { // blank is as not given
      assertThat(answer).as(up).containsPattern("\"(items|folders)\":\\[]|\"total\":0[,}]");
    }
  }

  private void bodyLeadsNowhere(Route route, Param param, String up) throws IOException {
    if (!param.name().equals("path")) {
      return;
    }
    String body = "{\"path\":\"" + up.replace("\\", "\\\\").replace("\u0000", "\\u0000") + "\"}";
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    String answer =
        server.raw(
            head(route, route.path())
                + "Content-Type: application/json\r\nContent-Length: "
                + length
                + "\r\n\r\n"
                + body);
    assertThat(status(answer)).as(up).isIn(404, 422);
  }
}
