package dev.astrocat.thumbs.formats.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrocat.thumbs.Demosaic;
import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.Evidence;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.Orientation;
import dev.astrocat.thumbs.decode.PixelNature;
import dev.astrocat.thumbs.decode.RowOrder;
import dev.astrocat.thumbs.decode.SampleType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One file at a time through a real worker process. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RawDecoderTest {

  private final RawDecoder decoder =
      new RawDecoder(MockFile.options().withWorkers(1), MockFile.code());

  /** A killed process takes a moment to be gone. */
  @AfterEach
  void closeLeavesNoProcess() throws Exception {
    decoder.close();
    for (int i = 0; i < 6_000 && !children().isEmpty(); i++) {
      Thread.sleep(10);
    }
    assertThat(children()).isEmpty();
  }

  @Test
  void pictureSaysWhatItIs() throws IOException {
    ImageInfo info = MockFile.of("GOOD").open(decoder).info();
    assertThat(info.type()).isEqualTo(SampleType.U16);
    assertThat(info.nature()).isEqualTo(PixelNature.SCENE);
    assertThat(info.orientation()).isEqualTo(Orientation.ROTATE_90);
    assertThat(info.rowOrder()).isEqualTo(RowOrder.TOP_DOWN);
    assertThat(info.evidence()).containsExactly(new Evidence("MODEL", "Mock Camera"));
    assertThat(info.decisions()).singleElement().asString().contains("mocked", "74 x 46");
  }

  @Test
  void samplesArriveAsTheyWere() throws IOException {
    MockFile.of("GOOD").requirePicture(decoder);
    MockFile.of("GOOD").sized(1, 1, 1).requirePicture(decoder);
    MockFile.of("GOOD").sized(499, 401, 3).requirePicture(decoder);
    MockFile.of("GOOD").sized(256, 128, 1).requirePicture(decoder); // one chunk to the byte
  }

  @Test
  void availabilityTellsOfEngineAndMode() {
    assertThat(decoder.availability().isReady()).isTrue();
    assertThat(decoder.availability().detail())
        .startsWith("Mock 1.0 in worker processes; sandbox: ");
  }

  /** Of tools that are there and work, a worker has to feel each. */
  @Test
  void workerLacksWhatTheSandboxSays() throws IOException {
    String sandbox = decoder.availability().detail();
    assertThat(sandbox.contains("limited memory"))
        .isEqualTo(Files.isExecutable(Path.of("/usr/bin/prlimit")));
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String seen = refusal(MockFile.of("LOOK " + server.getLocalPort()));
      assertThat(seen.contains("connected")).isEqualTo(!sandbox.contains("no network"));
      if (sandbox.contains("no privileges")) {
        assertThat(seen).contains("NoNewPrivs: 1");
      }
      if (sandbox.contains("limited memory")) {
        assertThat(seen).containsPattern("Max address space \\d+");
      }
    }
  }

  private String refusal(MockFile file) {
    return String.valueOf(
        catchThrowableOfType(ThumbnailException.class, () -> file.open(decoder)).getMessage());
  }

  /** As systems do with what lay in /tmp for days. */
  @Test
  void folderThatWasClearedAwayIsMadeAgain() throws IOException {
    RawOptions options = MockFile.options().withImagesPerWorker(1);
    try (RawDecoder alone = new RawDecoder(options, MockFile.code())) {
      MockFile.of("GOOD").requirePicture(alone);
      try (DirectoryStream<Path> folders =
          Files.newDirectoryStream(
              Path.of(System.getProperty("java.io.tmpdir")), StaleFolders.PREFIX + "*")) {
        for (Path folder : folders) {
          Files.delete(folder.resolve("raw-worker.jar"));
        }
      }
      MockFile.of("GOOD").requirePicture(alone);
    }
  }

  @Test
  void wishesReachTheEngine() {
    Limits limits = MockFile.LIMITS.withMaxPixels(123_456).withMaxDecodeBytes(7_000_000);
    DecodeContext context = new DecodeContext(limits, ImageSelection.DEFAULT, Demosaic.OFF);
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> decoder.open(MockFile.of("WISH").bytes(), context))
        .withMessageContaining("mosaic=KEPT")
        .withMessageContaining("maxPixels=123456")
        .withMessageContaining("maxSide=2000")
        .withMessageContaining("maxFrameBytes=7000000")
        .withMessageContaining("maxWorkBytes=" + (128 << 20));
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSE UNSUPPORTED, FORMAT_UNSUPPORTED",
    "REFUSE TRUNCATED, DATA_TRUNCATED",
    "REFUSE MALFORMED, DATA_MALFORMED",
    "REFUSE NO_IMAGE, NO_IMAGE",
    "REFUSE DIMENSIONS, LIMIT_DIMENSIONS",
    "REFUSE MEMORY, LIMIT_MEMORY",
    "ALLOCATE, LIMIT_MEMORY",
    "ALLOCATE_DIRECT, LIMIT_MEMORY",
    "SIGNAL SEGV, NATIVE_CRASH",
    "SIGNAL ABRT, NATIVE_CRASH",
    "SIGNAL KILL, NATIVE_CRASH",
    "EXIT 0, NATIVE_CRASH",
    "EXIT 1, NATIVE_CRASH",
    "EXIT 3, LIMIT_MEMORY",
    "THROW, NATIVE_CRASH",
    "HALF, NATIVE_CRASH",
    "BODY, NATIVE_CRASH",
    "LONG_BODY, NATIVE_CRASH",
    "OTHER_SEQUENCE, NATIVE_CRASH",
    "GARBAGE, NATIVE_CRASH",
    "CHATTER, NATIVE_CRASH",
  })
  void failureHasItsCode(String words, ErrorCode code) throws IOException {
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> MockFile.of(words).open(decoder))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    MockFile.of("GOOD").requirePicture(decoder);
  }

  @ParameterizedTest
  @CsvSource({"2001, 10, 3", "10, 2001, 1", "1001, 1000, 1", "10, 10, 2"})
  void pictureThatWasNotAskedForIsNonsense(int width, int height, int channels) throws IOException {
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> MockFile.of("GOOD").sized(width, height, channels).open(decoder))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NATIVE_CRASH));
    MockFile.of("GOOD").requirePicture(decoder);
  }

  @ParameterizedTest
  @CsvSource({"SPIN", "SIGNAL STOP"})
  void deadlineHolds(String words) throws IOException {
    MockFile.of("GOOD").requirePicture(decoder);
    Limits limits = MockFile.LIMITS.withMaxDecodeTime(Duration.ofMillis(300));
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> MockFile.of(words).open(decoder, limits))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_TIME));
    MockFile.of("GOOD").requirePicture(decoder);
  }

  @Test
  void interruptedThreadLetsGo() throws Exception {
    MockFile.of("GOOD").requirePicture(decoder);
    Thread caller = Thread.currentThread();
    Thread friend =
        new Thread(
            () -> {
              try {
                Thread.sleep(200);
              } catch (InterruptedException e) {
                return;
              }
              caller.interrupt();
            });
    friend.start();
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> MockFile.of("SPIN").open(decoder))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
    assertThat(Thread.interrupted()).isTrue();
    MockFile.of("GOOD").requirePicture(decoder);
  }

  /** Two deaths, then none: the file is known. */
  @Test
  void fileThatKilledTwoWorkersIsNotTriedAgain() throws IOException {
    MockFile file = MockFile.of("SIGNAL KILL");
    assertThatExceptionOfType(ThumbnailException.class).isThrownBy(() -> file.open(decoder));
    MockFile.of("GOOD").requirePicture(decoder);
    Set<Long> before = children();
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> file.open(decoder))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NATIVE_CRASH));
    assertThat(children()).isEqualTo(before).hasSize(1);
  }

  /**
   * What comes behind an answer, now or while the next file is worked on, is not the next answer.
   */
  @Test
  void wordsBehindAnAnswerHarmNobody() throws IOException {
    MockFile.of("BEHIND 200").requirePicture(decoder);
    long end = System.nanoTime() + Duration.ofMillis(500).toNanos();
    while (System.nanoTime() < end) {
      MockFile.of("GOOD").requirePicture(decoder);
    }
  }

  @ParameterizedTest
  @CsvSource({"COMPLAIN", "PRINT"})
  void whatIsPrintedIsNoAnswer(String word) throws IOException {
    MockFile.of(word).requirePicture(decoder);
  }

  @Test
  void workerIsReusedAndReplacedInTime() throws IOException {
    try (RawDecoder three =
        new RawDecoder(MockFile.options().withWorkers(1).withImagesPerWorker(3), MockFile.code())) {
      MockFile.of("GOOD").requirePicture(three);
      Set<Long> first = children();
      MockFile.of("GOOD").requirePicture(three);
      assertThat(children()).isEqualTo(first).hasSize(1);
      MockFile.of("GOOD").requirePicture(three);
      MockFile.of("GOOD").requirePicture(three);
      assertThat(children()).hasSize(1).doesNotContainAnyElementsOf(first);
    }
  }

  @Test
  void idleWorkerEnds() throws Exception {
    RawOptions impatient = MockFile.options().withIdleTime(Duration.ofMillis(500));
    try (RawDecoder once = new RawDecoder(impatient, MockFile.code())) {
      MockFile.of("GOOD").requirePicture(once);
      for (int i = 0; i < 6_000 && !children().isEmpty(); i++) {
        Thread.sleep(10);
      }
      assertThat(children()).isEmpty();
      MockFile.of("GOOD").requirePicture(once);
    }
  }

  @Test
  void closedDecoderRefusesAndLeavesNothing() throws IOException {
    MockFile.of("GOOD").requirePicture(decoder);
    decoder.close();
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> MockFile.of("GOOD").open(decoder))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
  }

  @Test
  void missingEngineIsUnsupportedAndSaysWhatToInstall() throws IOException {
    WorkerCode none = new WorkerCode("dev.astrocat.NoEngine", MockFile.code().extraClassPath());
    try (RawDecoder without = new RawDecoder(MockFile.options(), none)) {
      assertThat(without.availability().isReady()).isFalse();
      assertThatExceptionOfType(ThumbnailException.class)
          .isThrownBy(() -> MockFile.of("GOOD").open(without))
          .withMessageContaining("libraw-dev")
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FORMAT_UNSUPPORTED));
    }
  }

  /** Then no file has a part in it. */
  @Test
  void workerThatDoesNotStartIsNoCrashOfTheFile() throws IOException {
    WorkerCode dead =
        new WorkerCode(MockDeadEngine.class.getName(), MockFile.code().extraClassPath());
    try (RawDecoder without = new RawDecoder(MockFile.options(), dead)) {
      assertThatExceptionOfType(ThumbnailException.class)
          .isThrownBy(() -> MockFile.of("GOOD").open(without))
          .withMessageContaining("did not start")
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FORMAT_UNSUPPORTED));
      assertThat(without.availability().isReady()).isFalse();
    }
  }

  @Test
  void engineRunsInThisProcessWhenToldTo() throws IOException {
    RawOptions here = MockFile.options().withMode(RawOptions.Mode.IN_PROCESS);
    try (RawDecoder inProcess = new RawDecoder(here, MockFile.code())) {
      MockFile.of("GOOD").requirePicture(inProcess);
      assertThat(inProcess.availability().detail()).isEqualTo("Mock 1.0 in this process");
      assertThat(children()).isEmpty();
    }
  }

  @Test
  void switchedOffDecoderLeavesTheFileToOthers() throws IOException {
    RawOptions off = MockFile.options().withMode(RawOptions.Mode.OFF);
    try (RawDecoder none = new RawDecoder(off, MockFile.code())) {
      assertThat(none.availability().isReady()).isFalse();
      assertThatExceptionOfType(ThumbnailException.class)
          .isThrownBy(() -> MockFile.of("GOOD").open(none))
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FORMAT_UNSUPPORTED));
    }
  }

  private static Set<Long> children() {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }
}
