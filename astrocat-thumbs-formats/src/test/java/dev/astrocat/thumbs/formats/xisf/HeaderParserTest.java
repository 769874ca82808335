package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderParserTest {

  @Test
  void elementsComeWithoutNamespaces() {
    Element root =
        HeaderParser.parse(
            "<x:xisf xmlns:x='u'><!-- a --><x:Data a=' 1 '>b<i/>&amp;</x:Data></x:xisf>");
    assertThat(root.name()).isEqualTo("xisf");
    Element data = root.children("Data").findFirst().orElseThrow();
    assertThat(data.attributes()).isEqualTo(Map.of("a", " 1 "));
    assertThat(data.attribute("a")).contains("1");
    assertThat(data.text()).isEqualTo("b&");
  }

  @Test
  void whatFollowsTheRootIsNotLookedAt() {
    assertThat(HeaderParser.parse("<xisf/>\0\0\0<<<").name()).isEqualTo("xisf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "<xisf>",
        "<xisf><a></xisf>",
        "<xisf a='1' a='2'/>",
        "<xisf>&nothing;</xisf>",
        "<!DOCTYPE xisf><xisf/>",
        "<!DOCTYPE xisf [<!ENTITY a 'b'>]><xisf>&a;</xisf>",
        "<!DOCTYPE xisf SYSTEM 'file:///etc/passwd'><xisf/>",
        "<xisf>\u0001</xisf>"
      })
  void anythingButPlainXmlIsMalformed(String xml) {
    assertMalformed(xml);
  }

  /** JDK 24 and later allow 100,000 of them unless told otherwise. */
  @Test
  void longHistoryMayBeFullOfEscapes() {
    String history = "&lt;a b=&quot;&amp;&quot;/&gt;".repeat(50_000);
    assertThat(HeaderParser.parse("<xisf>" + history + "</xisf>").text())
        .isEqualTo("<a b=\"&\"/>".repeat(50_000));
  }

  @Test
  void depthIsLimited() {
    assertMalformed("<xisf>".repeat(100_000));
    assertMalformed("<xisf>".repeat(65) + "</xisf>".repeat(65));
    assertThat(HeaderParser.parse("<xisf>".repeat(64) + "</xisf>".repeat(64)).name())
        .isEqualTo("xisf");
  }

  @Test
  void elementsAndAttributesAreLimited() {
    assertMalformed("<xisf>" + "<a/>".repeat(300_000) + "</xisf>");
    String attributes =
        IntStream.range(0, 1000).mapToObj(i -> " a" + i + "=''").collect(Collectors.joining());
    assertMalformed("<xisf>" + ("<a" + attributes + "/>").repeat(300) + "</xisf>");
  }

  private static void assertMalformed(String xml) {
    assertThatExceptionOfType(DecodeException.class)
        .isThrownBy(() -> HeaderParser.parse(xml))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_MALFORMED));
  }
}
