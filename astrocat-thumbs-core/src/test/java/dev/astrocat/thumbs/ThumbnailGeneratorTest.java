package dev.astrocat.thumbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.encode.Picture;
import dev.astrocat.thumbs.encode.ThumbnailEncoder;
import dev.astrocat.thumbs.measure.Statistics;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.StretchStrategy;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import dev.astrocat.thumbs.source.SourceVersion;
import dev.astrocat.thumbs.testing.MapCache;
import dev.astrocat.thumbs.testing.PlainDecoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole corridor, with a decoder of a format that fits into four lines. */
final class ThumbnailGeneratorTest {

  private static final PlainDecoder PLAIN = new PlainDecoder("plain", Match.BY_CONTENT);

  @TempDir private Path folder;

  @Test
  void aFileBecomesAReportedPicture() throws IOException {
    Path file = Files.write(folder.resolve("m31.plain"), ramp(1000, 500));
    try (ThumbnailGenerator thumbnails = generator()) {
      Thumbnail picture = thumbnails.generate(file);
      assertThat(picture.width()).isEqualTo(800);
      assertThat(picture.height()).isEqualTo(400);
      assertThat(picture.mediaType()).isEqualTo("image/jpeg");
      assertThat(picture.origin()).isEqualTo(Thumbnail.Origin.RENDERED);
      assertThat(picture.location()).isEmpty();
      assertThat(picture.report().decoder()).isEqualTo("plain");
      assertThat(picture.report().sourceWidth()).isEqualTo(1000);
      assertThat(picture.report().stretch().name()).isEqualTo("astrocat");
      assertThat(picture.report().decisions()).extracting(Decision::name).contains("subframe");
      BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
      assertThat(decoded.getWidth()).isEqualTo(800);
      assertThat(thumbnails.recognises(ImageSource.of(file))).isTrue();
    }
  }

  @Test
  void sizeAndFormatAreTheCallers() {
    try (ThumbnailGenerator thumbnails = generator()) {
      ImageSource source = ImageSource.of("a.plain", ramp(300, 200));
      ThumbnailRequest request = ThumbnailRequest.of(source).format(OutputFormat.PNG).size(30);
      Thumbnail picture = thumbnails.generate(request);
      assertThat(picture.width()).isEqualTo(30);
      assertThat(picture.bytes()).startsWith(0x89, 'P', 'N', 'G');
      Thumbnail small = thumbnails.generate(request.size(5000));
      assertThat(small.width()).as("never enlarged").isEqualTo(300);
    }
  }

  @Test
  void failuresCarryTheirCodes() {
    try (ThumbnailGenerator thumbnails = generator()) {
      byte[] whole = ramp(20, 10);
      assertFails(thumbnails, Arrays.copyOf(whole, whole.length - 1), ErrorCode.DATA_TRUNCATED);
      assertFails(thumbnails, new byte[0], ErrorCode.DATA_TRUNCATED);
      assertFails(thumbnails, new byte[4], ErrorCode.DATA_MALFORMED);
      assertFails(thumbnails, PlainDecoder.file(-1, -1), ErrorCode.LIMIT_DIMENSIONS);
    }
  }

  @Test
  void foreignPartsThatThrowAreNamed() {
    ThumbnailRequest request = ThumbnailRequest.of(ImageSource.of("a.plain", ramp(20, 10)));
    try (ThumbnailGenerator thumbnails =
        ThumbnailGenerator.builder()
            .onlyDecoders(PLAIN)
            .onlyStretches(new ThrowingStretch())
            .build()) {
      assertCode(thumbnails, request.stretch("throwing"), ErrorCode.STRETCH_FAILED);
      assertCode(thumbnails, request.stretch("missing"), ErrorCode.STRETCH_FAILED);
    }
    try (ThumbnailGenerator thumbnails =
        ThumbnailGenerator.builder()
            .onlyDecoders(PLAIN)
            .onlyEncoders(new ThrowingEncoder())
            .build()) {
      assertCode(thumbnails, request, ErrorCode.ENCODE_FAILED);
      assertCode(thumbnails, request.format(OutputFormat.PNG), ErrorCode.OUTPUT_UNSUPPORTED);
    }
  }

  @Test
  void anEncoderThatCannotAddItsNoteIsNamed() {
    ThumbnailRequest request = ThumbnailRequest.of(ImageSource.of("a.plain", ramp(20, 10)));
    try (ThumbnailGenerator thumbnails =
        ThumbnailGenerator.builder()
            .onlyDecoders(PLAIN)
            .onlyEncoders(new NotelessEncoder())
            .cache(new MapCache())
            .build()) {
      assertCode(thumbnails, request, ErrorCode.ENCODE_FAILED);
    }
  }

  @Test
  void aHostThatCannotOpenItsObjectDoesNotCondemnIt() {
    ImageSource source =
        ImageSource.stream(
            "s3://bucket/m31.plain",
            new SourceVersion("etag"),
            () -> {
              throw new IllegalStateException("no credentials");
            });
    try (ThumbnailGenerator thumbnails = generator()) {
      assertCode(thumbnails, ThumbnailRequest.of(source), ErrorCode.SOURCE_UNREADABLE);
    }
  }

  @Test
  void aBrokenFileThatIsStillBeingWrittenHasChanged() throws IOException {
    Path file = Files.write(folder.resolve("m31.plain"), Arrays.copyOf(ramp(20, 10), 50));
    try (ThumbnailGenerator thumbnails =
        ThumbnailGenerator.builder().onlyDecoders(new WritingDecoder(file)).build()) {
      assertCode(thumbnails, ThumbnailRequest.of(file), ErrorCode.SOURCE_CHANGED);
    }
  }

  @Test
  void oneGeneratorServesManyThreads() throws Exception {
    byte[] bytes = ramp(900, 700);
    ExecutorService pool = Executors.newFixedThreadPool(6);
    try (ThumbnailGenerator thumbnails =
        ThumbnailGenerator.builder().onlyDecoders(PLAIN).executor(pool, 3).build()) {
      byte[] wanted = thumbnails.generate(request(bytes)).bytes();
      Callable<byte[]> again = () -> thumbnails.generate(request(bytes)).bytes();
      List<Future<byte[]>> results = pool.invokeAll(java.util.Collections.nCopies(24, again));
      for (Future<byte[]> result : results) {
        assertThat(result.get()).isEqualTo(wanted);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static ThumbnailGenerator generator() {
    return ThumbnailGenerator.builder()
        .onlyDecoders(PLAIN)
        .limits(Limits.defaults().withMaxPixels(4_000_000))
        .build();
  }

  private static ThumbnailRequest request(byte[] bytes) {
    return ThumbnailRequest.of(ImageSource.of("a.plain", bytes));
  }

  private static void assertFails(ThumbnailGenerator thumbnails, byte[] bytes, ErrorCode code) {
    assertCode(thumbnails, request(bytes), code);
  }

  private static void assertCode(
      ThumbnailGenerator thumbnails, ThumbnailRequest request, ErrorCode code) {
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> thumbnails.generate(request))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  private static byte[] ramp(int width, int height) {
    short[] samples = new short[width * height];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (i % width * 30 + i / width);
    }
    return PlainDecoder.file(width, height, samples);
  }

  private static final class ThrowingStretch implements StretchStrategy {

    @Override
    public String id() {
      return "throwing";
    }

    @Override
    public Stretch measure(Statistics statistics, Linking linking) {
      throw new ArithmeticException("on purpose");
    }
  }

  private static final class NotelessEncoder implements ThumbnailEncoder {

    @Override
    public OutputFormat format() {
      return OutputFormat.JPEG;
    }

    @Override
    public byte[] encode(Picture picture) {
      return new byte[9];
    }

    @Override
    public byte[] withNote(byte[] encoded, byte[] note) {
      throw new UnsupportedOperationException("on purpose");
    }

    @Override
    public Optional<NoteSpan> findNote(byte[] encoded) {
      return Optional.empty();
    }
  }

  private static final class ThrowingEncoder implements ThumbnailEncoder {

    @Override
    public OutputFormat format() {
      return OutputFormat.JPEG;
    }

    @Override
    public byte[] encode(Picture picture) {
      throw new IllegalArgumentException("on purpose");
    }

    @Override
    public byte[] withNote(byte[] encoded, byte[] note) {
      return encoded;
    }

    @Override
    public Optional<NoteSpan> findNote(byte[] encoded) {
      return Optional.empty();
    }
  }

  /** Meets a file that grows while it is read. */
  private record WritingDecoder(Path file) implements FormatDecoder {

    @Override
    public String id() {
      return PLAIN.id();
    }

    @Override
    public Set<String> extensions() {
      return PLAIN.extensions();
    }

    @Override
    public Match probe(SourceHead head) {
      return PLAIN.probe(head);
    }

    @Override
    public PixelSource open(SourceBytes source, DecodeContext context) throws IOException {
      Files.write(file, new byte[1], StandardOpenOption.APPEND);
      return PLAIN.open(source, context);
    }
  }
}
