package dev.astrocat.thumbs.demo.catalog;

import static dev.astrocat.thumbs.demo.catalog.Samples.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.classify.FrameKind;
import dev.astrocat.thumbs.demo.catalog.ImageQuery.Order;
import dev.astrocat.thumbs.demo.catalog.ImageQuery.Sort;
import dev.astrocat.thumbs.demo.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is found in other ways among many images than among few is the same. */
@ParameterizedClass
@EnumSource
final class ManyImagesTest extends CatalogCase {

  private static final int MANY = 2_200;

  ManyImagesTest(TestDatabase kind) {
    super(kind);
  }

  @Test
  void manyAndFewAreInTheSameOrder() {
    ManyImages.fill(database, List.of(NAS, DISK), MANY);
    for (Sort sort : Sort.values()) {
      for (Order order : Order.values()) {
        List<CatalogImage> all = pages(query().sort(sort, order).get());
        assertThat(new HashSet<>(all)).hasSize(MANY);
        List<CatalogImage> darks = all.stream().filter(ManyImagesTest::isDark).toList();
        assertThat(pages(query().kinds("DARK").sort(sort, order).get()))
            .as("%s %s", sort, order)
            .isEqualTo(darks);
      }
    }
  }

  @Test
  void countsOfFacetsAreThoseOfPages() {
    ManyImages.fill(database, List.of(NAS, DISK), MANY);
    for (QueryBuilder query : List.of(query(), query().text("ha"), query().path("disk"))) {
      Facets facets = catalog.facets(query.get());
      assertThat(facets.total()).isEqualTo(total(query.get()));
      assertThat(facets.kinds().get("DARK")).isEqualTo(total(query.kinds("DARK").get()));
    }
  }

  @Test
  void aFolderOfVeryManyFoldersIsSearched() {
    database.inTransaction(
        handle ->
            IntStream.range(0, 1_001).mapToLong(i -> add(NAS, "deep/night" + i + "/a.fits")).sum());
    add(NAS, "deeper/a.fits");
    assertThat(total(query().path("nas/deep").get())).isEqualTo(1_001);
    assertThat(total(query().path("nas/deep/night1").get())).isOne();
    assertThat(catalog.facets(query().path("nas/deep").get()).total()).isEqualTo(1_001);
  }

  private static boolean isDark(CatalogImage image) {
    return image.frame().filter(frame -> frame.kind() == FrameKind.DARK).isPresent();
  }

  private List<CatalogImage> pages(ImageQuery query) {
    List<CatalogImage> all = new ArrayList<>();
    long total = total(query);
    for (int page = 1; all.size() < total; page++) {
      all.addAll(catalog.search(query, page, 100).items());
    }
    return all;
  }
}
