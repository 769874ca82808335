package dev.astrocat.thumbs.demo.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.HostException;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.demo.TestFits;
import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.catalog.KnownFile;
import dev.astrocat.thumbs.demo.catalog.NewFile;
import dev.astrocat.thumbs.demo.catalog.ScanCounts;
import dev.astrocat.thumbs.demo.catalog.Subtype;
import dev.astrocat.thumbs.demo.index.ScanRequest.Depth;
import dev.astrocat.thumbs.demo.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a scan makes of a mount, with a real database and real files. */
@ParameterizedClass
@EnumSource
final class MountScanTest {

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @TempDir private Path folder;
  private final ThumbnailGenerator generator = ThumbnailGenerator.create();
  private final List<String> queued = Collections.synchronizedList(new ArrayList<>());
  private Path mount;
  private final Catalog catalog;

  MountScanTest(TestDatabase kind) {
    catalog = new Catalog(kind.emptied());
  }

  @BeforeEach
  void open() throws IOException {
    mount = Files.createDirectory(folder.resolve("nas"));
    catalog.register(List.of(mount));
  }

  @AfterEach
  void close() {
    generator.close();
  }

  @Test
  void newFilesAreDescribedAndTheirThumbnailsQueued() throws Exception {
    Path file = fits("m31/a.fits", 30, 20);
    assertThat(scan().added()).isEqualTo(1);
    KnownFile known = known().get(0);
    assertThat(known.file()).isEqualTo(file);
    assertThat(catalog.image(known.id()).orElseThrow().frame())
        .hasValueSatisfying(
            frame -> {
              assertThat(frame.width()).isEqualTo(30);
              assertThat(frame.height()).isEqualTo(20);
              assertThat(frame.decoder()).isEqualTo("fits");
              assertThat(frame.subtype()).contains(Subtype.SUB_FRAME);
            });
    assertThat(queued).containsExactly(String.valueOf(known.id()));
  }

  @Test
  void anUnchangedTreeIsNotReadAgain() throws Exception {
    fits("a.fits", 10, 10);
    scan();
    queued.clear();
    // Nothing but reading it would tell that these bytes are no FITS any more.
    Path file = mount.resolve("a.fits");
    Files.write(file, new byte[(int) Files.size(file)]);
    old(file);
    ScanCounts second = scan();
    assertThat(second.scanned()).isEqualTo(1);
    assertThat(second.updated() + second.added() + second.failed()).isZero();
    assertThat(queued).isEmpty();
    assertThat(scan(Depth.EVERYTHING).failed()).isEqualTo(1);
  }

  @Test
  void aChangedFileIsDescribedAnewUnderItsId() throws Exception {
    fits("a.fits", 10, 10);
    scan();
    long id = known().get(0).id();
    queued.clear();
    fits("a.fits", 99, 77);
    assertThat(scan().updated()).isEqualTo(1);
    assertThat(catalog.image(id).orElseThrow().frame().orElseThrow().width()).isEqualTo(99);
    assertThat(queued).containsExactly(String.valueOf(id));
  }

  @Test
  void aMovedFileKeepsItsIdAndWhatPeopleSaidOfIt() throws Exception {
    Path before = fits("a.fits", 10, 10);
    scan();
    long id = known().get(0).id();
    catalog.changeSubtype(id, Subtype.PLANETARY);
    Path after = Files.createDirectories(mount.resolve("deep")).resolve("b.fits");
    Files.move(before, after);
    ScanCounts counts = scan();
    assertThat(counts.moved()).isEqualTo(1);
    assertThat(counts.added() + counts.removed()).isZero();
    assertThat(known()).singleElement().extracting(KnownFile::file).isEqualTo(after);
    assertThat(catalog.image(id).orElseThrow().subtype()).contains(Subtype.PLANETARY);
  }

  @Test
  void aSecondNameOfAFileIsASecondImage() throws Exception {
    Path one = fits("a.fits", 10, 10);
    scan();
    Files.createLink(mount.resolve("b.fits"), one);
    ScanCounts counts = scan();
    assertThat(counts.added()).isEqualTo(1);
    assertThat(counts.moved()).isZero();
    assertThat(known()).hasSize(2);
  }

  @Test
  void aFileThatIsGoneIsForgotten() throws Exception {
    Path gone = fits("a.fits", 10, 10);
    fits("b.fits", 10, 10);
    scan();
    Files.delete(gone);
    assertThat(scan().removed()).isEqualTo(1);
    assertThat(known()).hasSize(1);
  }

  @Test
  void anEmptyOrMissingMountLosesNothing() throws Exception {
    fits("a.fits", 10, 10);
    scan();
    Path away = folder.resolve("away");
    Files.move(mount, away);
    assertThat(job(Depth.CHANGES).isConnected()).as("missing").isFalse();
    Files.createDirectory(mount);
    Files.createFile(mount.resolve(".nomount"));
    assertThat(job(Depth.CHANGES).isConnected()).as("empty").isFalse();
    assertThat(known()).hasSize(1);
    Files.delete(mount.resolve(".nomount"));
    Files.delete(mount);
    Files.move(away, mount);
    assertThat(scan().removed()).isZero();
  }

  @Test
  void aMountThatGoesAwayDuringTheScanLosesNothing() throws Exception {
    Path file = fits("a.fits", 10, 10);
    scan();
    MountScan scan = job(Depth.CHANGES);
    Files.delete(file);
    assertThat(scan.run()).isFalse();
    assertThat(known()).hasSize(1);
  }

  @Test
  void brokenFilesAreKnownWithTheirProblem() throws Exception {
    Path broken = mount.resolve("broken.fits");
    Files.writeString(broken, "SIMPLE  = no");
    old(broken);
    ScanCounts counts = scan();
    assertThat(counts.added()).isEqualTo(1);
    assertThat(counts.failed()).isEqualTo(1);
    assertThat(catalog.failures()).singleElement().satisfies(f -> assertThat(f.count()).isOne());
    assertThat(catalog.failures().get(0).code()).isNotEqualTo(ErrorCode.HOST_FAILURE);
    assertThat(scan().failed()).as("tried once, not for ever").isZero();
  }

  @Test
  void whatIsNoImageIsCountedByReason() throws Exception {
    fits("good.fits", 10, 10);
    fits(".hidden.fits", 10, 10);
    fits("._resource.fits", 10, 10);
    fits("m31_Annotated.fits", 10, 10);
    fits("@eaDir/a.fits", 10, 10);
    fits(".@__thumb/a.fits", 10, 10);
    fits("#recycle/a.fits", 10, 10);
    fits("#snapshot/a.fits", 10, 10);
    fits("lost+found/a.fits", 10, 10);
    fits(".git/a.fits", 10, 10);
    fits("cache/a.fits", 10, 10);
    Files.writeString(mount.resolve("notes.txt"), "clouds");
    Files.createSymbolicLink(mount.resolve("link.fits"), mount.resolve("good.fits"));
    Files.createSymbolicLink(mount.resolve("loop"), mount);
    ScanCounts counts = scan();
    assertThat(counts.scanned()).isEqualTo(1);
    assertThat(counts.skipped())
        .containsEntry("hidden", 3L)
        .containsEntry("annotated", 1L)
        .containsEntry("system_folder", 5L)
        .containsEntry("own_folder", 1L)
        .containsEntry("other_format", 1L)
        .containsEntry("link", 2L);
  }

  @Test
  void aFileThatGrowsWaitsUntilItIsTheSameTwice() throws Exception {
    Path file = TestFits.write(mount.resolve("young.fits"), 10, 10);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, 3000));
    Thread writer =
        new Thread(
            () -> {
              try {
                for (int length = 3_500; length < whole.length; length += 500) {
                  Thread.sleep(200); // a tenth of the time between two looks
                  Files.write(file, Arrays.copyOf(whole, length));
                }
                Files.write(file, whole);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    writer.start();
    ScanCounts counts = scan();
    writer.join();
    assertThat(counts.added()).isEqualTo(1);
    assertThat(counts.failed()).as("the finished file was read").isZero();
    assertThat(known().get(0).sizeBytes()).isEqualTo(whole.length);
  }

  @Test
  void aFolderIsScannedAlone() throws Exception {
    Path one = fits("one/a.fits", 10, 10);
    Path two = fits("two/a.fits", 10, 10);
    scan();
    Files.delete(one);
    Files.delete(two);
    fits("three/c.fits", 10, 10);
    MountScan scan =
        new MountScan(new ScanRequest(mount, mount.resolve("one"), Depth.CHANGES), setup());
    assertThat(scan.run()).isTrue();
    assertThat(scan.findings().tally().counts().removed()).isEqualTo(1);
    assertThat(known()).extracting(KnownFile::file).containsExactly(two);
  }

  @Test
  void whatTheQueueRefusedIsQueuedByTheNextScan() throws Exception {
    fits("a.fits", 10, 10);
    NewThumbnails.Queue full =
        ids -> {
          throw new HostException(ErrorCode.HOST_FAILURE, "the queue is full");
        };
    ScanRequest request = new ScanRequest(mount, mount, Depth.CHANGES);
    MountScan refused = new MountScan(request, setup(catalog, generator, mount, full));
    assertThatThrownBy(refused::run).isInstanceOf(HostException.class);
    assertThat(scan().added()).isZero();
    assertThat(queued).containsExactly(String.valueOf(known().get(0).id()));
    queued.clear();
    scan();
    assertThat(queued).isEmpty();
  }

  @Test
  void aFileThatMovedWhereDisksNameNoFilesIsKnownByNameSizeAndTime() throws Exception {
    Path before = fits("a.fits", 10, 10);
    long modified = Files.getLastModifiedTime(before).to(TimeUnit.NANOSECONDS);
    long id =
        catalog.add(
            new NewFile(before, mount, "FITS", Files.size(before), modified, Optional.empty()));
    scan(Depth.EVERYTHING);
    Path after = Files.createDirectories(mount.resolve("deep")).resolve("a.fits");
    Files.move(before, after);
    assertThat(scan().moved()).isEqualTo(1);
    assertThat(known()).singleElement().extracting(KnownFile::id).isEqualTo(id);
  }

  @Test
  void whatLiesInAFolderThatCannotBeReadIsNotGone() throws Exception {
    Path file = fits("deep/night/a.fits", 10, 10);
    Path other = fits("open/b.fits", 10, 10);
    fits("open/c.fits", 10, 10);
    scan();
    Files.delete(file);
    Files.delete(other);
    Disappearance disappearance = new Disappearance();
    disappearance.unreadable(mount.resolve("deep"));
    SeenIds none = new SeenIds();
    ScanRequest request = new ScanRequest(mount, mount, Depth.CHANGES);
    assertThat(disappearance.removeFrom(new CatalogBook(catalog), request, none)).isOne();
    assertThat(known()).extracting(KnownFile::file).contains(file).doesNotContain(other);
  }

  @Test
  void theEmptyPlaceOfADiskBelowTheMountIsNoLoss() throws Exception {
    Path place = Files.createDirectory(mount.resolve("disk"));
    assertThat(Connection.isVacated(place, Optional.of("(dev=not-this-one,ino=1)"))).isTrue();
    String here = FoundFile.key(Files.readAttributes(place, BasicFileAttributes.class)).orElse("");
    assertThat(Connection.isVacated(place, Optional.of(here))).as("emptied by hand").isFalse();
    Files.createFile(place.resolve("a"));
    assertThat(Connection.isVacated(place, Optional.of("(dev=not-this-one,ino=1)"))).isFalse();
  }

  private Path fits(String name, int width, int height) throws IOException {
    Path file = TestFits.write(mount.resolve(name), width, height);
    old(file);
    return file;
  }

  private static void old(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
  }

  private ScanSetup setup() {
    return setup(catalog, generator, mount, queued::addAll);
  }

  static ScanSetup setup(
      Catalog catalog, ThumbnailGenerator generator, Path mount, NewThumbnails.Queue queue) {
    return new ScanSetup(
        new CatalogBook(catalog),
        new HeaderReader(generator, InstantSource.system()),
        new SkipRules(
            new ImageFormats(generator.extensions()),
            Set.of(mount.resolve("cache")),
            Set.of(mount)),
        queue,
        2,
        InstantSource.system());
  }

  private MountScan job(Depth depth) {
    return new MountScan(new ScanRequest(mount, mount, depth), setup());
  }

  private ScanCounts scan() throws Exception {
    return scan(Depth.CHANGES);
  }

  private ScanCounts scan(Depth depth) throws Exception {
    MountScan scan = job(depth);
    assertThat(scan.run()).isTrue();
    return scan.findings().tally().counts();
  }

  private List<KnownFile> known() {
    return catalog.known(mount, 0, 100);
  }
}
