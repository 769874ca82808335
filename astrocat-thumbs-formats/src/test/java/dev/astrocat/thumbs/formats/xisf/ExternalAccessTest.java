package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.astrocat.thumbs.ErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a header names, nothing but the file itself is opened. */
class ExternalAccessTest {

  private static final Duration AT_ONCE = Duration.ofSeconds(10);
  private static final XisfSamples SAMPLES = new XisfSamples("UInt8", 6, 5, 1);

  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    server.setSoTimeout(50);
  }

  @AfterEach
  void nobodyCame() throws IOException {
    try (ServerSocket listening = server) {
      assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"url(%s)", "url(%s):0x1", "path(%s)", "url(%s):0", " url( %s )", "URL(%s)"})
  void blocksElsewhereAreNotFetched(String location) throws IOException {
    String http = "http://127.0.0.1:" + server.getLocalPort() + "/pixels";
    XisfElement image = XisfElement.image(SAMPLES).attribute("location", location.formatted(http));

    assertThat(DecodedXisf.failure(XisfFixture.of(image)))
        .isIn(ErrorCode.FORMAT_UNSUPPORTED, ErrorCode.DATA_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"url(file://%s)", "path(%s)", "file://%s", "path(@header_dir/%s)"})
  void otherFilesAreNotRead(String location, @TempDir Path folder) throws IOException {
    Path pixels = Files.write(folder.resolve("pixels"), SAMPLES.planar());
    XisfElement image =
        XisfElement.image(SAMPLES).attribute("location", location.formatted(pixels));

    assertThat(DecodedXisf.failure(XisfFixture.of(image)))
        .isIn(ErrorCode.FORMAT_UNSUPPORTED, ErrorCode.DATA_MALFORMED);
  }

  @Test
  void documentTypesAreRefused() {
    assertMalformed("<!DOCTYPE xisf>");
    assertMalformed("<!DOCTYPE xisf SYSTEM \"http://127.0.0.1:%d/xisf.dtd\">");
    assertMalformed("<!DOCTYPE xisf PUBLIC \"x\" \"http://127.0.0.1:%d/xisf.dtd\">");
    assertMalformed("<!DOCTYPE xisf [<!ENTITY %% e SYSTEM \"http://127.0.0.1:%d/\"> %%e;]>");
    assertMalformed("<!DOCTYPE xisf [<!ATTLIST Image id CDATA \"a\">]>");
  }

  @Test
  void entitiesAreNotFetched() {
    String entity = "<!DOCTYPE xisf [<!ENTITY e SYSTEM \"http://127.0.0.1:%d/\">]>";
    String xml = entity.formatted(server.getLocalPort());

    assertThat(DecodedXisf.failure(withType(xml, "&e;"))).isEqualTo(ErrorCode.DATA_MALFORMED);
  }

  @Test
  void entitiesBringNoOtherFileIn(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    String xml = "<!DOCTYPE xisf [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
    byte[] file = withType(xml, "<Property id=\"a:b\" type=\"String\">&e;</Property>");

    assertThat(DecodedXisf.failure(file)).isEqualTo(ErrorCode.DATA_MALFORMED);
    assertThatThrownBy(() -> DecodedXisf.of(file))
        .hasMessageNotContaining("secret")
        .hasMessageNotContaining(folder.toString());
  }

  @Test
  void schemaLocationsAndStyleSheetsAreNotFetched() throws IOException {
    String address = "http://127.0.0.1:" + server.getLocalPort() + "/";
    byte[] file =
        new XisfFixture(XisfElement.image(SAMPLES))
            .header(
                xml ->
                    xml.replace(
                            "<xisf ",
                            "<xisf xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                + " xsi:schemaLocation=\"http://www.pixinsight.com/xisf "
                                + address
                                + "\" ")
                        .replace("?>", "?><?xml-stylesheet href=\"" + address + "\"?>"))
            .bytes();

    assertThat(DecodedXisf.of(file).planes()).containsExactly(SAMPLES.plane(0));
  }

  @Test
  void billionLaughsAreNotEvenSmiledAt() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE xisf [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 10; i++) {
      String last = "&a" + (i - 1) + ";";
      laughs.append("<!ENTITY a").append(i).append(" \"").append(last.repeat(10)).append("\">");
    }
    byte[] file = withType(laughs + "]>", "<Property id=\"a:b\" type=\"String\">&a9;</Property>");

    assertTimeout(
        AT_ONCE, () -> assertThat(DecodedXisf.failure(file)).isEqualTo(ErrorCode.DATA_MALFORMED));
  }

  private void assertMalformed(String documentType) {
    byte[] file = withType(documentType.formatted(server.getLocalPort()), "");

    assertThat(DecodedXisf.failure(file)).as(documentType).isEqualTo(ErrorCode.DATA_MALFORMED);
  }

  /** A sound file but for its document type, and something behind its image. */
  private static byte[] withType(String documentType, String more) {
    return new XisfFixture(XisfElement.image(SAMPLES))
        .header(
            xml -> xml.replace("<xisf", documentType + "<xisf").replace("</xisf", more + "</xisf"))
        .bytes();
  }
}
