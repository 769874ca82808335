package dev.astrocat.thumbs.demo.catalog;

import static dev.astrocat.thumbs.demo.catalog.Samples.file;
import static dev.astrocat.thumbs.demo.catalog.Samples.frame;
import static dev.astrocat.thumbs.demo.catalog.Samples.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.classify.FrameKind;
import dev.astrocat.thumbs.demo.testing.TestDatabase;
import dev.astrocat.thumbs.host.ImageRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Adding, describing, choosing, moving and removing images. */
@ParameterizedClass
@EnumSource
final class ImagesTest extends CatalogCase {

  ImagesTest(TestDatabase kind) {
    super(kind);
  }

  @Test
  void aNewFileIsThereWithoutAFrame() {
    long id = add(NAS, "m31/lights/a 1.fits");
    CatalogImage image = image(id);
    assertThat(image.file()).isEqualTo(NAS.resolve("m31/lights/a 1.fits"));
    assertThat(image.mount()).isEqualTo(NAS);
    assertThat(image.folder()).isEqualTo("m31/lights");
    assertThat(image.path()).isEqualTo("nas/m31/lights");
    assertThat(image.fileName()).isEqualTo("a 1.fits");
    assertThat(image.fileFormat()).isEqualTo("FITS");
    assertThat(image.frame()).isEmpty();
    assertThat(image.problem()).isEmpty();
    assertThat(image.choice()).isEqualTo(PictureChoice.NONE);
    assertThat(image.subframe()).isEqualTo(Subframe.AUTO);
    assertThat(image.offline()).isFalse();
    assertThat(catalog.image(id + 1)).isEmpty();
  }

  @Test
  void timesOfFilesAreKeptToTheNanosecond() {
    Instant modified = Instant.parse("1969-12-31T23:59:59.123456789Z");
    long id = catalog.add(file(NAS, "old.fits", 7, Nanos.of(modified)));
    assertThat(image(id).modified()).isEqualTo(modified);
  }

  @Test
  void aFileMayComeWithItsFrame() {
    NewFile file = file(NAS, "m31/a.fits", 9, 8);
    Frame frame = frame(FrameKind.LIGHT, "M 31", "Ha");
    long id = catalog.add(file, frame);
    assertThat(image(id).frame()).contains(frame);
    assertThat(image(id).sizeBytes()).isEqualTo(9);
    assertThat(found(query().text("m 31 ha").get())).containsExactly(id);
    assertThat(catalog.unqueued(NAS, 10)).containsExactly(id);

    Frame other = frame(FrameKind.FLAT, "", "R");
    assertThat(catalog.add(file(NAS, "m31/a.fits", 7, 6), other)).isEqualTo(id);
    assertThat(image(id).sizeBytes()).isEqualTo(7);
    assertThat(found(query().kinds("flat").get())).containsExactly(id);
    assertThat(found(query().kinds("light").get())).isEmpty();
  }

  @Test
  void aFrameIsKeptAsItWasRead() {
    long id = add(NAS, "a.fits");
    Frame frame = frame(FrameKind.LIGHT, "M 31", "Hα");
    catalog.describe(id, 9, 8, frame);
    assertThat(image(id).frame()).contains(frame);
    assertThat(image(id).sizeBytes()).isEqualTo(9);
    assertThat(image(id).modifiedNanos()).isEqualTo(8);
    assertThat(image(id).subtype()).contains(Subtype.SUB_FRAME);
    assertThat(image(id).subframe()).isEqualTo(Subframe.AUTO);
  }

  @Test
  void textsOfHeadersAreMadeFitToKeep() {
    long id = add(NAS, "a.fits");
    String object = "M\u0000 31\ud800" + "x".repeat(1_000);
    catalog.describe(id, 1, 1, frame(FrameKind.LIGHT, object, "  "));
    Frame kept = image(id).frame().orElseThrow();
    assertThat(kept.object().orElseThrow()).startsWith("M\ufffd 31\ufffdxx").hasSize(300);
    assertThat(kept.filter()).isEmpty();
  }

  @Test
  void addingAKnownPathKeepsItsIdAndTakesItsState() {
    long id = add(NAS, "a.fits");
    catalog.describe(id, 1, 1, frame(FrameKind.LIGHT, "M31", "R"));
    assertThat(catalog.add(file(NAS, "a.fits", 99, 98))).isEqualTo(id);
    assertThat(image(id).sizeBytes()).isEqualTo(99);
    assertThat(image(id).frame()).isEmpty();
  }

  @Test
  void aChangeForgetsWhatTheOldBytesToldButNotWhatPeopleSaid() {
    long id = add(NAS, "a.fits");
    PictureChoice choice =
        new PictureChoice(Optional.of(Look.PIXINSIGHT), Optional.of("asinh"), Subframe.NO);
    catalog.describe(id, 1, 1, frame(FrameKind.LIGHT, "M31", "R"));
    catalog.failed(NAS.resolve("a.fits"), Problem.of(ErrorCode.DATA_TRUNCATED, "short", NOON));
    catalog.changeSubtype(id, Subtype.PLANETARY);
    catalog.choose(id, choice);

    catalog.changed(id, file(NAS, "a.fits", 2, 2));

    CatalogImage image = image(id);
    assertThat(image.frame()).isEmpty();
    assertThat(image.problem()).isEmpty();
    assertThat(image.subtype()).contains(Subtype.PLANETARY);
    assertThat(image.choice()).isEqualTo(choice);
    catalog.describe(id, 2, 2, frame(FrameKind.MASTER_LIGHT, "M31", "R"));
    assertThat(image(id).subtype()).contains(Subtype.PLANETARY);
    assertThat(total(query().subtype(Subtype.PLANETARY).get())).isOne();
    assertThat(total(query().subtype(Subtype.INTEGRATION_MASTER).get())).isZero();
  }

  @Test
  void theLastWordOnASubframeCounts() {
    long id = add(NAS, "a.fits");
    catalog.choose(id, new PictureChoice(Optional.empty(), Optional.empty(), Subframe.NO));
    assertThat(subframe(id)).isEqualTo(Subframe.NO);
    catalog.changeSubtype(id, Subtype.SUB_FRAME);
    assertThat(subframe(id)).isEqualTo(Subframe.YES);
    catalog.changeSubtype(id, Subtype.INTEGRATION_MASTER);
    assertThat(subframe(id)).isEqualTo(Subframe.NO);
    catalog.choose(id, new PictureChoice(Optional.empty(), Optional.empty(), Subframe.YES));
    assertThat(subframe(id)).isEqualTo(Subframe.YES);
    assertThat(catalog.choose(id + 1, PictureChoice.NONE)).isFalse();
    assertThat(catalog.changeSubtype(id + 1, Subtype.SUB_FRAME)).isFalse();
  }

  @Test
  void whatWasFoundCountsAgainWhenASubtypeIsTakenBack() {
    long id = add(NAS, "a.fits");
    catalog.describe(id, 1, 1, frame(FrameKind.LIGHT, "M31", "R"));
    catalog.changeSubtype(id, Subtype.PLANETARY);
    catalog.choose(id, new PictureChoice(Optional.empty(), Optional.empty(), Subframe.YES));

    assertThat(catalog.takeBackSubtype(id)).isTrue();

    assertThat(image(id).chosenSubtype()).isEmpty();
    assertThat(total(query().subtype(Subtype.SUB_FRAME).get())).isOne();
    assertThat(total(query().subtype(Subtype.PLANETARY).get())).isZero();
    assertThat(subframe(id)).as("another choice").isEqualTo(Subframe.YES);
    assertThat(catalog.takeBackSubtype(id + 1)).isFalse();
  }

  @Test
  void aMovedImageKeepsWhatIsKnown() {
    long id = add(NAS, "a.fits");
    catalog.describe(id, 1, 1, frame(FrameKind.LIGHT, "M31", "R"));
    catalog.changeSubtype(id, Subtype.PLANETARY);
    catalog.saveThumbnail(String.valueOf(id), "/cache/a.jpg", NOON);
    long inTheWay = add(DISK, "new/b.fits");

    catalog.move(id, file(DISK, "new/b.fits", 1, 1));

    assertThat(image(id).file()).isEqualTo(DISK.resolve("new/b.fits"));
    assertThat(image(id).path()).isEqualTo("disk/new");
    assertThat(image(id).subtype()).contains(Subtype.PLANETARY);
    assertThat(image(id).thumbnail()).isEmpty();
    assertThat(catalog.image(inTheWay)).isEmpty();
    assertThat(total(query().text("b.fits m31").get())).isOne();
    assertThat(total(query().text("a.fits").get())).isZero();
  }

  @Test
  void removedImagesAreGone() {
    long a = add(NAS, "a.fits");
    long b = add(NAS, "b.fits");
    assertThat(catalog.remove(List.of(a, b + 1))).isOne();
    assertThat(catalog.image(a)).isEmpty();
    assertThat(catalog.image(b)).isPresent();
    assertThat(catalog.remove(List.of())).isZero();
  }

  @Test
  void changesAreHeardOfInTheirOrder() {
    long a = add(NAS, "a.fits");
    long b = add(NAS, "b.fits");
    Instant before = image(b).touched();
    assertThat(changed(before, b)).isEmpty();
    assertThat(changed(before.minusSeconds(60), b)).isEmpty(); // added is not changed
    catalog.saveThumbnail(String.valueOf(b), "/cache/b.jpg", NOON);
    fail("a.fits", ErrorCode.NO_IMAGE, NOON);
    assertThat(changed(before, b)).containsExactly(b, a);
    assertThat(catalog.changedAfter(before, b, 1)).hasSize(1);
    assertThat(changed(image(b).touched(), b)).containsExactly(a);
    Instant after = image(a).touched();
    assertThat(changed(after, a - 1)).containsExactly(a);
    fail("a.fits", ErrorCode.NO_IMAGE, NOON);
    assertThat(changed(after, a)).isEmpty();
  }

  private List<Long> changed(Instant time, long id) {
    return catalog.changedAfter(time, id, 10).stream().map(CatalogImage::id).toList();
  }

  @Test
  void veryLongPathsAreKept() {
    StringBuilder deep = new StringBuilder();
    Random random = new Random(1);
    while (deep.length() < 3_800) {
      deep.append(Long.toHexString(random.nextLong())).append('é').append('/');
    }
    long id = add(NAS, deep + "9".repeat(240) + ".fits");
    assertThat(image(id).folder()).isEqualTo(deep.substring(0, deep.length() - 1));
    assertThat(found(query().path("nas/" + image(id).folder()).get())).containsExactly(id);
  }

  private Subframe subframe(long id) {
    ImageRecord record = catalog.find(String.valueOf(id)).orElseThrow();
    assertThat(record.subframe()).isEqualTo(image(id).subframe());
    return record.subframe();
  }
}
