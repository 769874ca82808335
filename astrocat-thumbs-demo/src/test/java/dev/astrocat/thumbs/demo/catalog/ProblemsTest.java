package dev.astrocat.thumbs.demo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.demo.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Why images have no thumbnails. */
@ParameterizedClass
@EnumSource
final class ProblemsTest extends CatalogCase {

  ProblemsTest(TestDatabase kind) {
    super(kind);
  }

  @Test
  void problemsAreSetGroupedAndCleared() {
    long a = add(NAS, "a.fits");
    long b = add(NAS, "b.fits");
    long c = add(NAS, "c.fits");
    fail("a.fits", ErrorCode.DATA_TRUNCATED, NOON);
    fail("b.fits", ErrorCode.DATA_TRUNCATED, NOON);
    fail("c.fits", ErrorCode.SOURCE_UNREADABLE, NOON);
    fail("unknown.fits", ErrorCode.SOURCE_UNREADABLE, NOON);

    assertThat(catalog.failures())
        .containsExactly(
            new FailureGroup(ErrorCode.DATA_TRUNCATED, 2, false),
            new FailureGroup(ErrorCode.SOURCE_UNREADABLE, 1, true));
    ImagePage first = catalog.failed(ErrorCode.DATA_TRUNCATED, 1, 1);
    assertThat(first.total()).isEqualTo(2);
    assertThat(ids(first)).containsExactly(a);
    assertThat(ids(catalog.failed(ErrorCode.DATA_TRUNCATED, 2, 1))).containsExactly(b);
    assertThat(image(c).problem())
        .contains(Problem.of(ErrorCode.SOURCE_UNREADABLE, "why SOURCE_UNREADABLE", NOON));

    catalog.succeeded(NAS.resolve("c.fits"));
    assertThat(image(c).problem()).isEmpty();
    assertThat(catalog.failures()).hasSize(1);
  }

  @Test
  void sinceWhenAProblemIsThereStaysUntilItIsAnother() {
    long id = add(NAS, "a.fits");
    fail("a.fits", ErrorCode.DATA_TRUNCATED, NOON);
    catalog.failed(
        NAS.resolve("a.fits"),
        Problem.of(ErrorCode.DATA_TRUNCATED, "other words", NOON.plusSeconds(60)));
    assertThat(image(id).problem().orElseThrow().since()).isEqualTo(NOON);
    assertThat(image(id).problem().orElseThrow().detail()).isEqualTo("other words");
    fail("a.fits", ErrorCode.NO_IMAGE, NOON.plusSeconds(90));
    assertThat(image(id).problem().orElseThrow().since()).isEqualTo(NOON.plusSeconds(90));
  }

  @Test
  void hopelessFilesCountAsIndexed() {
    add(NAS, "a.fits");
    add(NAS, "b.fits");
    fail("a.fits", ErrorCode.FORMAT_UNKNOWN, NOON);
    fail("b.fits", ErrorCode.SOURCE_UNREADABLE, NOON);
    assertThat(catalog.known(NAS, 0, 9))
        .extracting(KnownFile::indexed)
        .containsExactly(true, false);
  }
}
