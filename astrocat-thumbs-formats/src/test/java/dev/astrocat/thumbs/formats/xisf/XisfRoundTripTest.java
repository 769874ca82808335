package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.formats.xisf.XisfBlock.Place;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to store samples gives them back to the bit, whole, row by row and in odd bands. */
class XisfRoundTripTest {

  private static final List<String> FORMATS =
      List.of("UInt8", "UInt16", "UInt32", "UInt64", "Float32", "Float64");
  private static final List<String> CODECS =
      List.of("", "zlib", "zlib+sh", "lz4", "lz4+sh", "lz4hc", "lz4hc+sh", "zstd", "zstd+sh");
  private static final Comparator<Object> BIT_BY_BIT = (a, b) -> Objects.deepEquals(a, b) ? 0 : 1;
  private static final int WIDTH = 13;
  private static final int HEIGHT = 11;
  private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

  @AfterAll
  static void stop() {
    THREADS.shutdown();
  }

  static Stream<Arguments> formatsAndCodecs() {
    return FORMATS.stream().flatMap(f -> CODECS.stream().map(c -> Arguments.of(f, c)));
  }

  /** 54 times 2 storages, 2 byte orders, 4 numbers of channels and 5 places: 4,320 files. */
  @ParameterizedTest
  @MethodSource("formatsAndCodecs")
  void samplesComeBackToTheBit(String format, String codec) throws Exception {
    int turn = 0;
    for (int channels = 1; channels <= 4; channels++) {
      XisfSamples samples = new XisfSamples(format, WIDTH, HEIGHT, channels);
      for (String storage : List.of("Planar", "Normal")) {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
          for (Place place : Place.values()) {
            XisfBlock block =
                XisfBlock.of(samples.bytes(storage, order))
                    .codec(codec, samples.type().bytes())
                    .parts(turn++ % 4)
                    .checksum(turn % 3 == 0 ? "sha-1" : "")
                    .place(place);
            String name = storage + " " + order + " " + channels + " " + place;
            verify(samples, XisfFixture.of(element(samples, storage, order, block)), name);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 16, 200})
  void itemSizeNeedNotBeThatOfASample(int itemSize) throws IOException {
    XisfSamples samples = new XisfSamples("UInt32", 7, 9, 1);
    XisfBlock block = XisfBlock.of(samples.planar()).codec("zlib+sh", itemSize).parts(3);
    byte[] file = XisfFixture.of(XisfElement.image(samples).block(block));

    assertThat(DecodedXisf.of(file).planes()).containsExactly(samples.plane(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sha-1",
        "sha1",
        "SHA-1",
        "sha-256",
        "sha256",
        "sha-512",
        "sha512",
        "sha3-256",
        "sha3-512"
      })
  void everySpellingOfAChecksumIsVerified(String algorithm) throws IOException {
    XisfSamples samples = new XisfSamples("UInt16", 5, 4, 1);
    for (String codec : List.of("", "lz4")) {
      XisfBlock block = XisfBlock.of(samples.planar()).codec(codec, 1).checksum(algorithm);
      byte[] file = XisfFixture.of(XisfElement.image(samples).block(block));

      assertThat(DecodedXisf.of(file).planes()).containsExactly(samples.plane(0));
    }
  }

  @Test
  void manyPartsOfOddSizesAreJoinedBeforeTheirBytesAreSorted() throws Exception {
    XisfSamples samples = new XisfSamples("Float64", 97, 61, 3);
    for (String codec : CODECS.subList(1, CODECS.size())) {
      XisfBlock block = XisfBlock.of(samples.planar()).codec(codec, 8).parts(23);
      verify(samples, XisfFixture.of(XisfElement.image(samples).block(block)), codec);
    }
  }

  private static XisfElement element(
      XisfSamples samples, String storage, ByteOrder order, XisfBlock block) {
    XisfElement image = XisfElement.image(samples).block(block);
    if (storage.equals("Normal")) {
      image.attribute("pixelStorage", "Normal");
    }
    return order == ByteOrder.BIG_ENDIAN ? image.attribute("byteOrder", "big") : image;
  }

  private static void verify(XisfSamples samples, byte[] file, String name) throws Exception {
    List<Object> expected = new ArrayList<>();
    for (int c = 0; c < (samples.channels() < 3 ? 1 : 3); c++) {
      expected.add(samples.plane(c)); // what is beyond grey or RGB is alpha
    }
    List<DecodedXisf> read =
        DecodedXisf.opened(file, ImageSelection.DEFAULT, XisfRoundTripTest::readInManyWays);
    for (DecodedXisf decoded : read) {
      assertThat(decoded.info().type()).as(name).isEqualTo(samples.type());
      assertThat(decoded.planes()).as(name).usingElementComparator(BIT_BY_BIT).isEqualTo(expected);
    }
  }

  private static List<DecodedXisf> readInManyWays(PixelSource image) throws IOException {
    List<DecodedXisf> read = new ArrayList<>();
    read.add(DecodedXisf.whole(image));
    List<Callable<DecodedXisf>> together =
        List.of(() -> DecodedXisf.inBands(image, 3), () -> DecodedXisf.inBands(image, 1));
    try {
      for (Future<DecodedXisf> one : THREADS.invokeAll(together)) {
        read.add(one.get());
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
    return read;
  }
}
