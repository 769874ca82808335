package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {

  private static Optional<Compression> parsed(Map<String, String> attributes) {
    Element element = new Element("Image", attributes, List.of(), "");
    return Compression.of(new Attributes(element, element), 100);
  }

  private static ErrorCode failure(Map<String, String> attributes) {
    return assertThatExceptionOfType(DecodeException.class)
        .isThrownBy(() -> parsed(attributes))
        .actual()
        .code();
  }

  @Test
  void blockIsStoredAsItIsByDefault() {
    assertThat(parsed(Map.of())).isEmpty();
  }

  @Test
  void codecSizeAndItemAreRead() {
    assertThat(parsed(Map.of("compression", "lz4hc+sh:4000:2")))
        .contains(new Compression(Codec.LZ4, 4000, 2, List.of(new Piece(100, 4000))));
    assertThat(parsed(Map.of("compression", "zlib:4000")))
        .contains(new Compression(Codec.ZLIB, 4000, 1, List.of(new Piece(100, 4000))));
  }

  @Test
  void subblocksAreRead() {
    assertThat(parsed(Map.of("compression", "zstd:300", "subblocks", "40,100:60,200")))
        .contains(
            new Compression(Codec.ZSTD, 300, 1, List.of(new Piece(40, 100), new Piece(60, 200))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "40,100",
        "40,100:60,201",
        "40,100:61,200",
        "40,100:60,0",
        "40:60",
        "40,100:60,200:",
        "-1,1"
      })
  void subblocksThatDoNotFillTheBlockAreMalformed(String subblocks) {
    assertThat(failure(Map.of("compression", "zlib:300", "subblocks", subblocks)))
        .isEqualTo(ErrorCode.DATA_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"zlib", "zlib:", "zlib:0", "zlib:-1", "zlib:x", "zlib+sh:4", "zlib+sh:4:0"})
  void brokenSizesAreMalformed(String compression) {
    assertThat(failure(Map.of("compression", compression))).isEqualTo(ErrorCode.DATA_MALFORMED);
  }

  @Test
  void unknownCodecIsUnsupported() {
    assertThat(failure(Map.of("compression", "brotli:4000")))
        .isEqualTo(ErrorCode.FORMAT_UNSUPPORTED);
  }

  /** Measured: zlib.compress(bytes(10**9)) has 971,835 bytes, lz4 3,921,587, zstd 30,682. */
  @ParameterizedTest
  @CsvSource({"ZLIB, 971835", "LZ4, 3921587", "ZSTD, 30682"})
  void nothingButZerosIsPossibleAndTwiceAsMuchIsNot(Codec codec, long packed) {
    assertThat(codec.canHold(packed, 1_000_000_000)).isTrue();
    assertThat(codec.canHold(packed, 2_200_000_000L)).isFalse();
  }
}
