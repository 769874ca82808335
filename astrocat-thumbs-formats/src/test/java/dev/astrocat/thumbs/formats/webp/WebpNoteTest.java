package dev.astrocat.thumbs.formats.webp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.astrocat.thumbs.encode.ThumbnailEncoder.NoteSpan;
import dev.astrocat.thumbs.testing.TestPictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebpNoteTest {

  private byte[] plain = {};
  private byte[] noted = {};
  private NoteSpan span = new NoteSpan(0, 0, 0, 0);

  @BeforeEach
  void makeAFile() throws IOException {
    plain = new WebpEncoder().encode(TestPictures.ramp(301, 20, 3));
    noted = WebpNote.insert(plain, bytes("a<b>&c"));
    span = WebpNote.find(noted).orElseThrow();
  }

  /** RFC 9649 sections 2.3 and 2.7. */
  @Test
  void chunksAreThoseOfTheExtendedLayout() {
    Map<String, byte[]> chunks = chunks(noted);

    assertThat(chunks.keySet()).containsExactly("VP8X", "XMP ", "ACTH", "VP8 ");
    assertThat(chunks.get("VP8X")).containsExactly(4, 0, 0, 0, 300 & 0xFF, 1, 0, 19, 0, 0);
    assertThat(chunks.get("VP8 ")).isEqualTo(chunks(plain).get("VP8 "));
  }

  @Test
  void theNoteIsAPropertyOfWellFormedXmp() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    var xmp =
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(chunks(noted).get("XMP ")));

    assertThat(xmp.getElementsByTagNameNS("urn:astrocat-thumbs:", "note").item(0).getTextContent())
        .isEqualTo("a<b>&c");
  }

  @Test
  void everyByteOfWhatWasAddedIsProven() {
    for (int at = span.start(); at < span.end(); at++) {
      noted[at] ^= 1;
      assertThat(WebpNote.find(noted)).as("byte %d", at).isEmpty();
      noted[at] ^= 1;
    }
    assertThat(WebpNote.find(noted)).hasValue(span);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 1 << 20, Integer.MAX_VALUE, Integer.MIN_VALUE, -1, -8, -256})
  void lengthsThatDoNotFitFindNothing(int length) {
    ByteBuffer.wrap(noted).order(ByteOrder.LITTLE_ENDIAN).putInt(34, length);

    assertThat(WebpNote.find(noted)).isEmpty();
  }

  @Test
  void whatIsNoPlainPictureTakesNoNote() {
    byte[] longer = Arrays.copyOf(plain, plain.length + 1);
    byte[] cut = Arrays.copyOf(plain, plain.length - 1);
    byte[] otherChunk = plain.clone();
    otherChunk[12] = 'X';
    for (byte[] file : new byte[][] {noted, longer, cut, otherChunk, {}, bytes("RIFF")}) {
      assertThatIllegalArgumentException().isThrownBy(() -> WebpNote.insert(file, bytes("a")));
    }
  }

  private static Map<String, byte[]> chunks(byte[] webp) {
    ByteBuffer file = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(new String(webp, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
    assertThat(file.getInt(4)).isEqualTo(webp.length - 8);
    Map<String, byte[]> chunks = new LinkedHashMap<>();
    int end;
    for (int at = 12; at < webp.length; at = end + (end & 1)) {
      end = at + 8 + file.getInt(at + 4);
      String type = new String(webp, at, 4, StandardCharsets.US_ASCII);
      chunks.put(type, Arrays.copyOfRange(webp, at + 8, end));
    }
    return chunks;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
