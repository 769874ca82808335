package dev.astrocat.thumbs.placeholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PlaceholderTest {

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void everyCodeSaysWhatIsTheMatterAndWhatToDo(ErrorCode code) throws Exception {
    Element svg = parsed(Placeholder.svg(code, 320));

    assertThat(text(svg, "title")).isNotBlank().hasSizeLessThanOrEqualTo(26);
    assertThat(text(svg, "desc")).endsWith(".").doesNotContain("…");
    assertThat(svg.getElementsByTagName("text").getLength()).isBetween(2, 3);
    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("t d");
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,1", "320,213", "500,333", "800,533", "1600,1067", "16384,10923"})
  void isOfTheSizeThatWasAskedFor(int size, int height) throws Exception {
    Element svg = parsed(Placeholder.svg(ErrorCode.NO_IMAGE, size));

    assertThat(svg.getAttribute("width")).isEqualTo(Integer.toString(size));
    assertThat(svg.getAttribute("height")).isEqualTo(Integer.toString(height));
    assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 600 400");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 16385, Integer.MAX_VALUE})
  void sizesThatNoThumbnailHasAreRefused(int size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Placeholder.svg(ErrorCode.NO_IMAGE, size))
        .withMessageContaining("16384");
  }

  @Test
  void theFailuresOwnWordsAreShown() throws Exception {
    Element svg = parsed(svg("m31.fits ends early: 2880 bytes of 5760"));

    assertThat(text(svg, "title")).isEqualTo("File is incomplete");
    assertThat(text(svg, "desc"))
        .isEqualTo("m31.fits ends early: 2880 bytes of 5760. Copy the file again.");
    assertThat(shown(svg))
        .containsExactly(
            "File is incomplete",
            "m31.fits ends early: 2880 bytes of 5760",
            "Copy the file again.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</text><script>alert(1)</script>",
        "a & b \" ' ]]> <!-- -->",
        "&lt; &#0; &unknown;",
        "\0\1\2\7\b\t\n\f\r\33\177\u0085\u2028\u2029",
        "\ud800 lone \udc00",
        "\ufffe\uffff\ufeff\ue000",
        "\u202etfel ot thgir\u2066",
        "%s %d %n",
        "星雲 туманность 🌌🌌",
        ""
      })
  void hostileMessagesAreOnlyText(String message) throws Exception {
    String text = svg(message);
    Element svg = parsed(text);

    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(shown(svg)).first().isEqualTo("File is incomplete");
    assertThat(shown(svg)).last().isEqualTo("Copy the file again.");
    assertThat(text.chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
    assertThat(text).doesNotContain("\u202e", "\u2066", "\ufeff");
  }

  @Test
  void longMessagesAreCutAtTheirEnd() throws Exception {
    for (String word : new String[] {"word ", "w", "<&\">", "🌌", "\ud800"}) {
      String text = svg(word.repeat(10_000 / word.length()));
      Element svg = parsed(text);

      assertThat(text).hasSizeLessThan(8_000);
      assertThat(shown(svg)).hasSize(5);
      assertThat(shown(svg).get(3)).endsWith("…");
      assertThat(shown(svg)).allMatch(line -> line.codePointCount(0, line.length()) <= 46);
    }
  }

  @Test
  void linesAreFullAndOfWholeWords() {
    assertThat(Lines.of("aa bb cc ddddddd e", 5, 9))
        .containsExactly("aa bb", "cc", "ddddd", "dd e");
    assertThat(Lines.of("aa bb cc", 5, 1)).containsExactly("aa b…");
    assertThat(Lines.of("aa bb", 5, 1)).containsExactly("aa bb");
    assertThat(Lines.of("WWW", 4, 2)).containsExactly("WW", "W");
    assertThat(Lines.of("星雲星", 2, 3)).containsExactly("星", "雲", "星");
    assertThat(Lines.of("🌌", 1, 1)).containsExactly("🌌");
    assertThat(Lines.of("", 5, 1)).isEmpty();
  }

  @Test
  void nothingComesFromElsewhere() {
    assertThat(Placeholder.svg(ErrorCode.DATA_MALFORMED, 320))
        .doesNotContain("href", "url(", "@import", "@font-face", "<script", "<image", "onload");
  }

  private static String svg(String message) {
    return Placeholder.svg(DecodeException.truncated(message), 320);
  }

  private static String text(Element svg, String name) {
    return svg.getElementsByTagName(name).item(0).getTextContent();
  }

  private static List<String> shown(Element svg) {
    NodeList texts = svg.getElementsByTagName("text");
    return IntStream.range(0, texts.getLength())
        .mapToObj(i -> texts.item(i).getTextContent())
        .toList();
  }

  private static Element parsed(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }
}
