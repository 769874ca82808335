package dev.astrocat.thumbs.formats.raw;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Workers die in every way while others work: nobody else notices, and nothing is left behind. How
 * many deaths is the system property {@code astrocat.chaos}; {@code qa/worker-chaos.sh} takes
 * 1,000.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class WorkerChaosTest {

  private static final int DEATHS = Integer.getInteger("astrocat.chaos", 72);
  private static final int THREADS = 4;

  /** Measured: 2.3 to 4, the larger ones on a busy machine. */
  private static final double MOST_JVM_STARTS = 12;

  /** Short, for those who never answer; yet time enough to start a worker on a busy machine. */
  private static final Limits IMPATIENT = MockFile.LIMITS.withMaxDecodeTime(Duration.ofSeconds(1));

  /** A way to die, the code that it has, and how many workers it takes. */
  private record Death(String words, ErrorCode code, int workers) {}

  private static final List<Death> DEATHS_BY_KIND =
      List.of(
          new Death("SIGNAL SEGV", ErrorCode.NATIVE_CRASH, 2),
          new Death("SIGNAL ABRT", ErrorCode.NATIVE_CRASH, 2),
          new Death("SIGNAL KILL", ErrorCode.NATIVE_CRASH, 2),
          new Death("HALF", ErrorCode.NATIVE_CRASH, 2),
          new Death("GARBAGE", ErrorCode.NATIVE_CRASH, 2),
          new Death("LONG_BODY", ErrorCode.NATIVE_CRASH, 2),
          new Death("CHATTER", ErrorCode.NATIVE_CRASH, 2),
          new Death("EXIT 0", ErrorCode.NATIVE_CRASH, 2),
          new Death("THROW", ErrorCode.NATIVE_CRASH, 2),
          new Death("ALLOCATE", ErrorCode.LIMIT_MEMORY, 1),
          new Death("SIGNAL STOP", ErrorCode.LIMIT_TIME, 1),
          new Death("SPIN", ErrorCode.LIMIT_TIME, 1));

  @Test
  void deathsHarmNobodyElseAndLeaveNothing() throws Exception {
    RawDecoder warm = new RawDecoder(MockFile.options(), MockFile.code());
    MockFile.of("GOOD").requirePicture(warm);
    warm.close();
    long files = openFiles();
    List<String> folders = workerFolders();

    int deaths = 0;
    int pictures = 0;
    try (RawDecoder decoder = new RawDecoder(MockFile.options().withWorkers(2), MockFile.code())) {
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; deaths < DEATHS; i++) {
        Death death = DEATHS_BY_KIND.get(i % DEATHS_BY_KIND.size());
        all.add(threads.submit(dying(decoder, death)));
        all.add(threads.submit(living(decoder)));
        all.add(threads.submit(living(decoder)));
        deaths += death.workers();
        pictures += 2;
      }
      for (Future<?> one : all) {
        one.get();
      }
      threads.shutdown();
    }

    awaitNoChildren();
    System.out.println("chaos: " + deaths + " deaths, " + pictures + " pictures");
    assertThat(workerFolders()).isEqualTo(folders);
    for (int i = 0; i < 6_000 && openFiles() > files; i++) {
      Thread.sleep(10); // the JDK closes the pipes of a dead process a moment later
    }
    assertThat(openFiles()).isLessThanOrEqualTo(files);
  }

  /** A worker of its own each time, beside the same number of JVMs that do nothing. */
  @Test
  void newWorkerIsThereSoon() throws Exception {
    int times = Math.max(20, DEATHS / 10);
    long[] pictures = new long[times];
    long[] starts = new long[times];
    try (RawDecoder decoder =
        new RawDecoder(MockFile.options().withWorkers(1).withImagesPerWorker(1), MockFile.code())) {
      for (int i = 0; i < times; i++) {
        pictures[i] = nanos(() -> MockFile.of("GOOD").requirePicture(decoder));
        starts[i] = nanos(WorkerChaosTest::startAndEndJvm);
      }
    }
    double ratio = (double) median(pictures) / median(starts);
    System.out.printf(
        "respawn and picture: median %.0f ms, %.1f times a JVM that does nothing%n",
        median(pictures) / 1e6, ratio);
    assertThat(ratio).isLessThan(MOST_JVM_STARTS);
  }

  private interface Work {
    void run() throws Exception;
  }

  private static long nanos(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  private static void startAndEndJvm() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder version = new ProcessBuilder(java, "-version");
    assertThat(version.redirectErrorStream(true).redirectOutput(DISCARD).start().waitFor())
        .isZero();
  }

  private static long median(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2];
  }

  private static Callable<Void> dying(RawDecoder decoder, Death death) {
    MockFile file = MockFile.of(death.words());
    return () -> {
      Limits limits = death.code() == ErrorCode.LIMIT_TIME ? IMPATIENT : MockFile.LIMITS;
      ErrorCode code = codeOf(file, decoder, limits);
      assertThat(code).as(file.text()).isEqualTo(death.code());
      return null;
    };
  }

  private static ErrorCode codeOf(MockFile file, RawDecoder decoder, Limits limits)
      throws IOException {
    try {
      file.open(decoder, limits);
    } catch (ThumbnailException e) {
      return e.code();
    }
    throw new AssertionError(file.text() + " gave a picture");
  }

  private static Callable<Void> living(RawDecoder decoder) {
    return () -> {
      MockFile.of("GOOD").sized(300, 200, 3).requirePicture(decoder);
      return null;
    };
  }

  private static void awaitNoChildren() throws InterruptedException {
    for (int i = 0; i < 6_000 && ProcessHandle.current().descendants().findAny().isPresent(); i++) {
      Thread.sleep(10);
    }
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  /** Without jars, which the JVM opens at first use; 0 where the system does not tell. */
  private static long openFiles() throws IOException {
    Path own = Path.of("/proc/self/fd");
    if (!Files.isDirectory(own)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(own)) {
      return files.filter(file -> !isJar(file)).count();
    }
  }

  private static boolean isJar(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().endsWith(".jar");
    } catch (IOException e) {
      return false; // closed by now
    }
  }

  private static List<String> workerFolders() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(Path::getFileName)
          .map(Path::toString)
          .filter(name -> name.startsWith(StaleFolders.PREFIX))
          .sorted()
          .toList();
    }
  }
}
