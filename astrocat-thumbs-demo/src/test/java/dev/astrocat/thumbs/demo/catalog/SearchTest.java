package dev.astrocat.thumbs.demo.catalog;

import static dev.astrocat.thumbs.demo.catalog.Samples.file;
import static dev.astrocat.thumbs.demo.catalog.Samples.frame;
import static dev.astrocat.thumbs.demo.catalog.Samples.plain;
import static dev.astrocat.thumbs.demo.catalog.Samples.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.classify.FrameKind;
import dev.astrocat.thumbs.demo.catalog.ImageQuery.Order;
import dev.astrocat.thumbs.demo.catalog.ImageQuery.Sort;
import dev.astrocat.thumbs.demo.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Finding, ordering and counting images. */
@ParameterizedClass
@EnumSource
final class SearchTest extends CatalogCase {

  SearchTest(TestDatabase kind) {
    super(kind);
  }

  @Test
  void textIsFoundWhateverItsCaseAndWildCardsMeanNothing() {
    long percent = add(NAS, "m_31/50%_a!b.fits");
    long plain = add(NAS, "mx31/50x_ab.fits");
    catalog.describe(plain, 1, 1, frame(FrameKind.LIGHT, "Große Magellansche", "OIII"));
    assertThat(found(query().text("50%").get())).containsExactly(percent);
    assertThat(found(query().text("M_31").get())).containsExactly(percent);
    assertThat(found(query().text("a!b").get())).containsExactly(percent);
    assertThat(found(query().text("  magellan   oiii ").get())).containsExactly(plain);
    assertThat(found(query().text("magellan ha").get())).isEmpty();
    assertThat(found(query().text(" ").get())).hasSize(2);
    assertThat(found(query().text("'; drop table images --").get())).isEmpty();
    assertThat(found(query().text("\\").get())).isEmpty();
  }

  @Test
  void aFolderIsComparedByElements() {
    long top = add(NAS, "a.fits");
    long inside = add(NAS, "m_1/a.fits");
    long below = add(NAS, "m_1/lights/a.fits");
    add(NAS, "m_10/a.fits");
    add(NAS, "mx1/a.fits");
    add(DISK, "m_1/a.fits");
    assertThat(found(query().path("nas/m_1").get())).containsExactlyInAnyOrder(inside, below);
    assertThat(found(query().path("nas").get())).hasSize(5).contains(top);
    assertThat(found(query().path("na").get())).isEmpty();
    assertThat(found(query().path("nas/../disk").get())).isEmpty();
    assertThat(found(query().path("nas/m_1/").get())).isEmpty();
    assertThat(found(query().path("").get())).isEmpty();
  }

  @Test
  void filtersNarrow() {
    long light = add(NAS, "light.fits");
    long dark = add(NAS, "dark.xisf");
    long broken = add(NAS, "broken.fits");
    catalog.describe(light, 1, 1, frame(FrameKind.LIGHT, "M31", "Ha"));
    catalog.describe(dark, 1, 1, plain(FrameKind.MASTER_DARK, ""));
    fail("broken.fits", ErrorCode.NO_IMAGE, NOON);
    assertThat(found(query().kinds("light", "FLAT").get())).containsExactly(light);
    assertThat(found(query().kinds("LIGHT", "master_dark").get())).hasSize(2);
    assertThat(found(query().formats("xisf").get())).containsExactly(dark);
    assertThat(found(query().filters("Ha").get())).containsExactly(light);
    assertThat(found(query().solved(true).get())).containsExactly(light);
    assertThat(found(query().solved(false).get())).containsExactlyInAnyOrder(dark, broken);
    assertThat(found(query().problems(true).get())).containsExactly(broken);
    assertThat(found(query().problems(false).get())).containsExactlyInAnyOrder(light, dark);
    assertThat(found(query().subtype(Subtype.INTEGRATION_MASTER).get())).containsExactly(dark);
  }

  @Test
  void everyOrderIsCompleteBothWaysAndAcrossPages() {
    String[] names = {"m9.fits", "M31.fits", "m101.fits", "b.fits", "A.fits"};
    for (int i = 0; i < names.length; i++) {
      long id = catalog.add(file(NAS, names[i], 1, 5 - i));
      if (i < 3) {
        catalog.describe(id, 1, 5 - i, plain(FrameKind.LIGHT, names[i]));
      }
    }
    assertThat(names(Sort.NAME, Order.ASCENDING))
        .containsExactly("A.fits", "b.fits", "m9.fits", "M31.fits", "m101.fits");
    assertThat(names(Sort.DATE, Order.ASCENDING))
        .containsExactly("A.fits", "b.fits", "m101.fits", "M31.fits", "m9.fits");
    assertThat(names(Sort.OBJECT, Order.ASCENDING))
        .containsExactly("m9.fits", "M31.fits", "m101.fits", "b.fits", "A.fits");
    assertThat(names(Sort.ID, Order.DESCENDING))
        .containsExactly("A.fits", "b.fits", "m101.fits", "M31.fits", "m9.fits");
    for (Sort sort : Sort.values()) {
      List<String> up = new ArrayList<>(names(sort, Order.ASCENDING));
      Collections.reverse(up);
      assertThat(names(sort, Order.DESCENDING)).isEqualTo(up);
    }
  }

  @Test
  void whatIsCapturedIsDatedByThat() {
    long id = catalog.add(file(NAS, "a.fits", 1, Nanos.of(NOON.plus(Duration.ofDays(9)))));
    long other = catalog.add(file(NAS, "b.fits", 1, Nanos.of(NOON.plusSeconds(5))));
    assertThat(found(ImageQuery.ALL)).containsExactly(id, other);
    catalog.describe(id, 1, 1, frame(FrameKind.LIGHT, "M31", "R"));
    assertThat(found(ImageQuery.ALL)).containsExactly(other, id);
  }

  @Test
  void pagesBeyondTheLastAreEmpty() {
    add(NAS, "a.fits");
    assertThat(catalog.search(ImageQuery.ALL, 2, 20)).isEqualTo(new ImagePage(List.of(), 1));
    assertThat(catalog.search(ImageQuery.ALL, Integer.MAX_VALUE, 100).items()).isEmpty();
  }

  @Test
  void neighboursAreThoseOfTheOrder() {
    long a = add(NAS, "a.fits");
    long c = add(NAS, "c.fits");
    long b = add(NAS, "b.fits");
    long x = add(NAS, "x.tif");
    ImageQuery byName = query().formats("FITS").sort(Sort.NAME, Order.ASCENDING).get();
    assertThat(catalog.neighbours(a, byName))
        .contains(new Neighbours(OptionalLong.empty(), OptionalLong.of(b), 0, 3));
    assertThat(catalog.neighbours(b, byName))
        .contains(new Neighbours(OptionalLong.of(a), OptionalLong.of(c), 1, 3));
    assertThat(catalog.neighbours(x, byName)).isEmpty();
    ImageQuery byDate = query().sort(Sort.DATE, Order.DESCENDING).get(); // all of one time
    assertThat(catalog.neighbours(c, byDate))
        .contains(new Neighbours(OptionalLong.of(b), OptionalLong.of(a), 2, 4));
    ImageQuery byId = query().sort(Sort.ID, Order.ASCENDING).get();
    assertThat(catalog.neighbours(c, byId))
        .contains(new Neighbours(OptionalLong.of(a), OptionalLong.of(b), 1, 4));
  }

  @Test
  void facetsLeaveOutTheirOwnFilter() {
    describe("l1.fits", FrameKind.LIGHT, "Ha");
    describe("l2.fits", FrameKind.LIGHT, "R");
    describe("d1.xisf", FrameKind.DARK, "");
    add(DISK, "new.cr2");
    fail("l2.fits", ErrorCode.NO_IMAGE, NOON);

    Facets all = catalog.facets(ImageQuery.ALL);
    assertThat(all.total()).isEqualTo(4);
    assertThat(all.kinds()).containsExactlyEntriesOf(ordered("LIGHT", 2, "DARK", 1));
    assertThat(all.formats()).containsExactlyEntriesOf(ordered("FITS", 2, "CR2", 1, "XISF", 1));
    assertThat(all.filters()).containsExactlyEntriesOf(ordered("Ha", 1, "R", 1));
    assertThat(all.solved()).isEqualTo(3);
    assertThat(all.problems()).isOne();
    assertThat(all.mounts())
        .containsExactly(
            new FolderCount("disk", "disk", 1, true), new FolderCount("nas", "nas", 3, true));

    Facets lights = catalog.facets(query().kinds("light").filters("Ha").get());
    assertThat(lights.total()).isOne();
    assertThat(lights.kinds()).containsExactlyEntriesOf(ordered("LIGHT", 1));
    assertThat(lights.filters()).containsExactlyEntriesOf(ordered("Ha", 1, "R", 1));
    assertThat(lights.formats()).containsExactlyEntriesOf(ordered("FITS", 1));
    assertThat(catalog.facets(query().text("l2").get()).total()).isOne();
  }

  private static Map<String, Long> ordered(Object... pairs) {
    Map<String, Long> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], Long.valueOf((Integer) pairs[i + 1]));
    }
    return map;
  }

  private List<String> names(Sort sort, Order order) {
    ImageQuery query = query().sort(sort, order).get();
    List<String> names = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      catalog.search(query, page, 2).items().forEach(image -> names.add(image.fileName()));
    }
    return names;
  }

  private void describe(String name, FrameKind kind, String filter) {
    catalog.describe(add(NAS, name), 1, 1, frame(kind, "M31", filter));
  }
}
