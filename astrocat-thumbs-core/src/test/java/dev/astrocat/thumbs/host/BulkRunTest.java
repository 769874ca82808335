package dev.astrocat.thumbs.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.NamedSize;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.cache.CacheStatistics;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.testing.PlainDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BulkRunTest {

  private static final BulkRequest ALL = BulkRequest.everything();

  @TempDir Path folder;

  private PlainSky sky;

  @BeforeEach
  void makeSky() {
    sky = new PlainSky(folder);
  }

  @Test
  void everyImageGetsAThumbnailAndARecordOfIt() {
    sky.image("a.plain");
    sky.broken("b.plain");
    sky.image("c.plain");
    sky.bulk().start(ALL);
    assertThat(sky.progress(ALL).state()).isEqualTo(RunState.QUEUED);
    assertThat(sky.work()).containsExactly(new JobOutcome.Done(2, 1, 0));

    BulkProgress progress = sky.progress(ALL);
    assertThat(progress.state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
    assertThat(progress.counts())
        .isEqualTo(new ImageCounts(3, 0, 2, 1, 0, progress.counts().bytes(), "DATA_TRUNCATED"));
    String location = sky.store.find("a.plain").orElseThrow().thumbnail().orElseThrow().location();
    assertThat(sky.cache.read(location.substring("map:".length()))).isPresent();
    assertThat(sky.store.find("b.plain").orElseThrow().thumbnail()).isEmpty();
  }

  @Test
  void furtherSizesAreMadeOfTheSameDecodeAndLeaveTheRecordAlone() {
    sky.image("a.plain");
    sky.bulk().start(ALL);
    sky.work();
    Optional<SavedThumbnail> recorded = sky.store.find("a.plain").orElseThrow().thumbnail();

    BulkRequest more = ALL.options(JobOptions.DEFAULT.beside(NamedSize.GRID));
    for (Renewal renewal : List.of(Renewal.MISSING, Renewal.FORCED, Renewal.NEEDED)) {
      int before = sky.decoder.opened();
      sky.bulk().start(more.renewal(renewal));
      int made = renewal == Renewal.NEEDED ? 0 : 1;
      assertThat(sky.work())
          .as("%s", renewal)
          .containsExactly(new JobOutcome.Done(made, 0, 1 - made));
      assertThat(sky.decoder.opened() - before).isEqualTo(made);
      ImageRecord image = sky.store.find("a.plain").orElseThrow();
      assertThat(more.options().requests(image))
          .hasSize(2)
          .allSatisfy(request -> assertThat(sky.generator.cached(request)).isPresent());
      if (renewal == Renewal.MISSING) {
        assertThat(image.thumbnail()).isEqualTo(recorded);
      }
    }
  }

  @Test
  void anImageIsMadeInItsOwnLookUnlessTheJobSaysAnother() {
    sky.image("a.plain");
    ImageRecord plain = sky.store.find("a.plain").orElseThrow();
    sky.store.put(plain.withLook(Look.PIXINSIGHT).withStretch("asinh"));
    ThumbnailRequest own = JobOptions.DEFAULT.request(plain).look(Look.PIXINSIGHT).stretch("asinh");
    ThumbnailRequest said = JobOptions.DEFAULT.request(plain).look(Look.ASTROCAT).stretch("asinh");
    sky.bulk().start(ALL);
    sky.work();

    assertThat(sky.generator.cached(own)).isPresent();
    assertThat(sky.generator.cached(said)).isEmpty();

    sky.bulk().start(ALL.options(JobOptions.DEFAULT.look(Look.ASTROCAT)).renewal(Renewal.NEEDED));
    sky.work();

    assertThat(sky.generator.cached(said)).isPresent();
  }

  @Test
  void documentedFieldsAreUnderTheDocumentedKey() {
    sky.image("m31/a.plain");
    BulkRequest request = BulkRequest.under(folder.resolve("m31"));
    sky.bulk().start(request);
    sky.work();
    assertThat(sky.progress.read(request.key()))
        .containsEntry("status", "completed")
        .containsEntry("processed", "1")
        .containsEntry("total", "1")
        .containsEntry("errors", "0")
        .containsKey("updated_at");
    // python3 -c "import hashlib; print(hashlib.md5(b'/data/m31').hexdigest())"
    assertThat(ProgressKeys.thumbnails(Path.of("/data/m31/")))
        .isEqualTo("bulk:thumbnails:39d04c69f97b55c0ee78bc9cabf91f43");
    assertThat(ProgressKeys.rescan(Path.of("/data/x/../m31")))
        .isEqualTo("bulk:rescan:39d04c69f97b55c0ee78bc9cabf91f43");
  }

  @Test
  void foldersAreTakenByElementsAndNoCharacterIsAWildCard() {
    for (String name : List.of("a/1", "ab/2", "a_/3", "ax/4", "a%/5", "a/b/6")) {
      sky.image(name + ".plain");
    }
    // A store that gives too many, as one with LIKE does.
    ImageStore careless = new CarelessStore(sky.store);
    for (String name : List.of("a", "a_", "a%")) {
      new BulkThumbnails(careless, sky.queue::add, sky.progress, Runnable::run)
          .start(BulkRequest.under(folder.resolve(name)));
    }
    assertThat(sky.queue.stream().map(ThumbnailJob::images))
        .containsExactly(
            List.of("a/1.plain", "a/b/6.plain"), List.of("a_/3.plain"), List.of("a%/5.plain"));
  }

  @Test
  void largeTargetsAreCutIntoChunks() {
    List<String> ids = IntStream.range(0, 1_201).mapToObj(i -> "x" + i).toList();
    sky.bulk().start(BulkRequest.images(ids));
    assertThat(sky.queue).extracting(job -> job.images().size()).containsExactly(500, 500, 201);
    assertThat(sky.queue).extracting(ThumbnailJob::chunk).containsExactly(0, 1, 2);
    assertThat(sky.work()).last().isEqualTo(new JobOutcome.Done(0, 0, 201));
    assertThat(sky.progress(BulkRequest.images(ids)).state()).isEqualTo(RunState.COMPLETED);
  }

  @Test
  void nothingToDoIsDoneAtOnce() {
    sky.bulk().start(ALL);
    assertThat(sky.progress(ALL).state()).isEqualTo(RunState.COMPLETED);
    assertThat(sky.progress(ALL).counts()).isEqualTo(ImageCounts.NONE);
  }

  @Test
  void aSecondStartJoinsTheRunThatIsAlive() {
    sky.image("a.plain");
    String first = sky.bulk().start(ALL);
    assertThat(sky.bulk().start(ALL)).isEqualTo(first);
    assertThat(sky.queue).hasSize(1);
    sky.work();
    assertThat(sky.bulk().start(ALL)).isNotEqualTo(first);
  }

  @Test
  void redeliveryCountsNothingTwice() {
    sky.image("a.plain");
    sky.broken("b.plain");
    sky.bulk().start(ALL);
    ThumbnailJob job = sky.queue.element();
    List<JobOutcome> outcomes = List.of(sky.worker().run(job), sky.worker().run(job));
    assertThat(outcomes.get(0)).isEqualTo(new JobOutcome.Done(1, 1, 0));
    assertThat(outcomes.get(1)).isInstanceOf(JobOutcome.Gone.class);
    assertThat(sky.progress(ALL).counts().processed()).isEqualTo(2);
  }

  @Test
  void onlyWhatIsNeededIsMade() throws IOException {
    sky.image("current.plain");
    Path stale = sky.image("stale.plain");
    sky.bulk().start(ALL);
    sky.work();
    Files.write(stale, PlainDecoder.file(1, 1, (short) 7));
    sky.image("missing.plain");

    assertThat(renewed(Renewal.STALE)).isEqualTo(new JobOutcome.Done(1, 0, 2));
    assertThat(renewed(Renewal.MISSING)).isEqualTo(new JobOutcome.Done(1, 0, 2));
    assertThat(renewed(Renewal.NEEDED)).isEqualTo(new JobOutcome.Done(0, 0, 3));
    assertThat(renewed(Renewal.FORCED)).isEqualTo(new JobOutcome.Done(3, 0, 0));
  }

  @Test
  void whatFailedIsTriedOnceMoreAndNothingElse() throws IOException {
    sky.image("good.plain");
    Path bad = sky.broken("bad.plain");
    sky.image("new.plain");
    sky.bulk().start(BulkRequest.images(List.of("good.plain", "bad.plain")));
    sky.work();
    assertThat(renewed(Renewal.FAILED)).isEqualTo(new JobOutcome.Done(0, 1, 2));
    assertThat(renewed(Renewal.MISSING)).as("told again").isEqualTo(new JobOutcome.Done(1, 1, 1));
    Files.write(bad, PlainDecoder.file(1, 1, (short) 7));
    assertThat(renewed(Renewal.FAILED))
        .as("of other bytes")
        .isEqualTo(new JobOutcome.Done(0, 0, 3));
    assertThat(renewed(Renewal.NEEDED)).isEqualTo(new JobOutcome.Done(1, 0, 2));
  }

  @Test
  void aRecordWhoseFileIsGoneIsAMissAndHeals() {
    sky.image("a.plain");
    sky.bulk().start(ALL);
    sky.work();
    sky.cache.list().forEach(file -> sky.cache.delete(file.name()));
    assertThat(renewed(Renewal.MISSING)).isEqualTo(new JobOutcome.Done(1, 0, 0));
    assertThat(sky.generator.cacheStatistics().count()).isEqualTo(1);
  }

  @Test
  void aFileWhoseRecordIsGoneIsRecordedAgain() {
    sky.image("a.plain");
    sky.bulk().start(ALL);
    sky.work();
    sky.store.clearThumbnails();
    assertThat(renewed(Renewal.NEEDED)).isEqualTo(new JobOutcome.Done(1, 0, 0));
    assertThat(sky.store.find("a.plain").orElseThrow().thumbnail()).isPresent();
  }

  @Test
  void pausedJobsComeBackAndCancelledOnesAreGone() {
    sky.image("a.plain");
    sky.bulk().start(ALL);
    ThumbnailJob job = sky.queue.remove();
    assertThat(sky.runs.pause(ALL.key())).isTrue();
    assertThat(sky.runs.pause(ALL.key())).isFalse();
    assertThat(sky.worker().run(job)).isInstanceOf(JobOutcome.Later.class);
    assertThat(sky.runs.resume(ALL.key())).isTrue();
    assertThat(sky.runs.cancel(ALL.key())).isTrue();
    assertThat(sky.worker().run(job)).isInstanceOf(JobOutcome.Gone.class);
    assertThat(sky.progress(ALL).state()).isEqualTo(RunState.CANCELLED);
    assertThat(sky.progress(ALL).counts().queued()).isEqualTo(1);
    assertThat(sky.runs.cancel(ALL.key())).isFalse();
  }

  @Test
  void cancellingTakesEffectBeforeTheNextImage() {
    List.of("a", "b", "c").forEach(name -> sky.image(name + ".plain"));
    sky.bulk().start(ALL);
    JobOutcome outcome =
        sky.worker()
            .run(
                sky.queue.remove(),
                (job, image) -> {
                  if (image.id().equals("b.plain")) {
                    sky.runs.cancel(ALL.key());
                  }
                  return Admission.ALWAYS.admit(job, image);
                });
    assertThat(outcome).isInstanceOf(JobOutcome.Gone.class);
    assertThat(sky.progress(ALL).counts())
        .returns(2L, ImageCounts::done)
        .returns(1L, ImageCounts::queued);
  }

  @ParameterizedTest
  @EnumSource(
      value = Renewal.class,
      names = {"NEEDED", "MISSING", "STALE", "FORCED"})
  void theListenerHearsOfWhatFailsInARun(Renewal renewal) throws IOException {
    Path gone = sky.image("gone.plain");
    sky.bulk().start(ALL);
    sky.work();
    Files.delete(gone);
    List<ErrorCode> heard = new ArrayList<>();
    ThumbnailGenerator listening =
        ThumbnailGenerator.builder()
            .cache(sky.cache)
            .onlyDecoders(new PlainDecoder("plain", Match.BY_CONTENT))
            .listener(event -> event.code().ifPresent(heard::add))
            .build();
    sky.bulk().start(ALL.renewal(renewal));
    JobOutcome outcome =
        new ThumbnailWorker(listening, sky.store, sky.progress).run(sky.queue.remove());
    assertThat(outcome).isEqualTo(new JobOutcome.Done(0, 1, 0));
    assertThat(heard).containsExactly(ErrorCode.SOURCE_NOT_FOUND);
  }

  @Test
  void progressSaysWhatItIsAbout() {
    sky.image("m31/a.plain");
    List<BulkRequest> requests =
        List.of(
            ALL, BulkRequest.under(folder.resolve("m31")), BulkRequest.images(List.of("1", "2")));
    requests.forEach(sky.bulk()::start);
    assertThat(requests)
        .extracting(request -> sky.progress(request).about())
        .containsExactly("*", folder.resolve("m31").toString(), "2 images");
    assertThat(requests)
        .allSatisfy(
            request -> {
              assertThat(sky.progress(request).key()).isEqualTo(request.key());
              assertThat(sky.progress.read(request.key()))
                  .containsEntry("path", sky.progress(request).about());
            });
  }

  @Test
  void statisticsAreSavedOnceAtTheEndOfARun() {
    List<CacheStatistics> saved = new ArrayList<>();
    List.of("a", "b").forEach(name -> sky.image(name + ".plain"));
    sky.bulk().start(ALL);
    ThumbnailWorker worker =
        new ThumbnailWorker(sky.generator, sky.store, sky.progress, saved::add);
    sky.queue.forEach(worker::run);
    assertThat(saved).containsExactly(sky.generator.cacheStatistics());
    assertThat(saved.get(0).count()).isEqualTo(2);
  }

  private JobOutcome renewed(Renewal renewal) {
    sky.bulk().start(ALL.renewal(renewal));
    return sky.work().get(0);
  }
}
