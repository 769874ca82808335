package dev.astrocat.thumbs.cache.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.Demosaic;
import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.StretchChoice;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.Range;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Stretch;
import dev.astrocat.thumbs.measure.Stretch.Figure;
import dev.astrocat.thumbs.measure.ToneCurve;
import dev.astrocat.thumbs.measure.Transfer;
import dev.astrocat.thumbs.source.SourceVersion;
import dev.astrocat.thumbs.testing.MapCache;
import dev.astrocat.thumbs.testing.TestThumbnails;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CurveShelfTest {

  private static final StretchChoice STF = new StretchChoice.Named("astrocat");
  private static final ImageInfo IMAGE = ImageInfo.of(40, 30, 3, SampleType.U16);
  private static final Stretch STRETCH =
      new Stretch(
          "astrocat",
          ToneCurve.linked(
              new ChannelCurve(new Range(-1.0 / 3, 65_535), 0.3, 1, new Transfer.Midtones(0.01))),
          List.of(Figure.of("median", Math.PI)),
          List.of(new Decision("linking", "linked", "the sky is grey")));

  private final MapCache cache = new MapCache();
  private final ThumbnailShelf shelf = new ThumbnailShelf(cache, TestThumbnails.ENCODERS);
  private final CurveShelf curves = shelf.curves();
  private final ThumbnailRequest request =
      TestThumbnails.request("s3://b/m31.fits", TestThumbnails.VERSION);
  private final CurveKey key = key(request);

  @Test
  void whatIsStoredIsFoundAndNotCounted() {
    assertThat(curves.find(key)).isEmpty();
    curves.store(key, STRETCH);
    assertThat(curves.find(key)).contains(STRETCH);
    assertThat(key.name()).matches("m31_[0-9a-f]{8}_curve_[0-9a-f]{8}");
    assertThat(EntryName.isThumbnail(key.name())).isFalse();
    assertThat(shelf.statistics().count()).isZero();
  }

  @Test
  void aTornCurveOrOneWithAnyBitFlippedIsAMiss() {
    curves.store(key, STRETCH);
    byte[] entry = cache.read(key.name()).orElseThrow();
    for (int length = 0; length < entry.length; length++) {
      cache.write(key.name(), Arrays.copyOf(entry, length));
      assertThat(curves.find(key)).as("cut to %d bytes", length).isEmpty();
    }
    for (int bit = 0; bit < entry.length * 8; bit++) {
      byte[] damaged = entry.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      cache.write(key.name(), damaged);
      assertThat(curves.find(key)).as("bit %d", bit).isEmpty();
    }
  }

  @Test
  void aSealedTextOfAnotherMakeIsAMiss() {
    cache.write(key.name(), Proof.seal("curve=2\n"));
    assertThat(curves.find(key)).isEmpty();
    curves.store(key, STRETCH);
    String text = Proof.check(cache.read(key.name()).orElseThrow()).orElseThrow();
    cache.write(key.name(), Proof.seal(text + "more=1\n"));
    assertThat(curves.find(key)).isEmpty();
    cache.write(key.name(), Proof.seal(text.replace("curves=1", "curves=2")));
    assertThat(curves.find(key)).isEmpty();
  }

  @Test
  void theCurveOfAnotherSourceOrVersionIsAMiss() {
    curves.store(key, STRETCH);
    SourceVersion changed = new SourceVersion("etag-2");
    CurveKey newer = CurveKey.of(request, changed, "fits", IMAGE, STF, Linking.LINKED);
    assertThat(newer.name()).as("takes the place of the old one").isEqualTo(key.name());
    assertThat(curves.find(newer)).isEmpty();
    CurveKey other = key(TestThumbnails.request("s3://other/m31.fits", TestThumbnails.VERSION));
    cache.write(other.name(), cache.read(key.name()).orElseThrow());
    assertThat(curves.find(other)).isEmpty();
  }

  @Test
  void whateverStatisticsDependOnHasACurveOfItsOwn() {
    SourceVersion version = TestThumbnails.VERSION;
    StretchChoice percentile = new StretchChoice.Named("percentile");
    ImageInfo grey = ImageInfo.of(40, 30, 1, SampleType.U16);
    ThumbnailRequest plane = request.selection(ImageSelection.DEFAULT.withPlane(1));
    List<CurveKey> keys =
        List.of(
            key,
            key(request.demosaic(Demosaic.OFF)),
            key(plane),
            CurveKey.of(request, version, "tiff", IMAGE, STF, Linking.LINKED),
            CurveKey.of(request, version, "fits", grey, STF, Linking.LINKED),
            CurveKey.of(request, version, "fits", IMAGE, percentile, Linking.LINKED),
            CurveKey.of(request, version, "fits", IMAGE, STF, Linking.AUTO));
    assertThat(keys).extracting(CurveKey::name).doesNotHaveDuplicates();
    assertThat(key(request.size(77))).isEqualTo(key);
  }

  private static CurveKey key(ThumbnailRequest request) {
    return CurveKey.of(request, TestThumbnails.VERSION, "fits", IMAGE, STF, Linking.LINKED);
  }
}
