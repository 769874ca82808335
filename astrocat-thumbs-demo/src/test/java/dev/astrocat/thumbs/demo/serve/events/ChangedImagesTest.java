package dev.astrocat.thumbs.demo.serve.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.demo.catalog.CatalogImage;
import dev.astrocat.thumbs.demo.catalog.PictureChoice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ChangedImagesTest {

  private static final Instant START = Instant.parse("2026-01-18T22:00:00Z");

  private final Map<Long, CatalogImage> table = new TreeMap<>();
  private final ChangedImages images = new ChangedImages(this::after, () -> START);

  private List<CatalogImage> after(Instant time, long id, int limit) {
    Comparator<CatalogImage> order =
        Comparator.comparing(CatalogImage::touched).thenComparing(CatalogImage::id);
    return table.values().stream()
        .filter(i -> i.touched().isAfter(time) || i.touched().equals(time) && i.id() > id)
        .sorted(order)
        .limit(limit)
        .toList();
  }

  /** As many as a scan finds and a few machines make in the time that is looked at again. */
  @Test
  void noneIsLostWhereManyChangeAtOnce() {
    LongStream.range(0, 3_300).forEach(id -> touch(id, START.plusMillis(id / 2)));
    List<Long> told = new ArrayList<>();
    for (int look = 0; look < 7; look++) {
      told.addAll(next());
    }

    assertThat(told).containsExactlyElementsOf(LongStream.range(0, 3_300).boxed().toList());
    assertThat(next()).isEmpty();
  }

  @Test
  void noneIsLostWhereManyChangeInOneInstant() {
    LongStream.range(0, 1_200).forEach(id -> touch(id, START));
    List<Long> told = new ArrayList<>(next());
    told.addAll(next());
    told.addAll(next());

    assertThat(told).hasSize(1_200).doesNotHaveDuplicates();
  }

  @Test
  void changeThatBecomesVisibleLateIsToldOnce() {
    touch(1, START.plusSeconds(5));
    assertThat(next()).containsExactly(1L);
    touch(2, START.plusSeconds(5).minus(ChangedImages.OVERLAP).plusMillis(1));

    assertThat(next()).containsExactly(2L);
    assertThat(next()).isEmpty();
  }

  @Test
  void eachChangeOfAnImageIsTold() {
    touch(1, START);
    assertThat(next()).containsExactly(1L);
    touch(1, START.plusMillis(1));

    assertThat(next()).containsExactly(1L);
  }

  @Test
  void whoBeginsKnowsWhatWasBefore() {
    touch(1, START.minus(ChangedImages.OVERLAP));
    assertThat(next()).isEmpty();

    touch(1, START);
    images.forget();
    assertThat(next()).containsExactly(1L);
  }

  private List<Long> next() {
    return images.next().stream().map(CatalogImage::id).toList();
  }

  private void touch(long id, Instant time) {
    Path mount = Path.of("/nas");
    table.put(
        id,
        new CatalogImage(
            id,
            mount.resolve("a.fits"),
            mount,
            "nas",
            "",
            "a.fits",
            "FITS",
            0,
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new PictureChoice(Optional.empty(), Optional.empty(), Subframe.AUTO),
            Optional.empty(),
            START,
            time,
            false));
  }
}
