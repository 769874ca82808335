package dev.astrocat.thumbs.demo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.demo.database.Database;
import dev.astrocat.thumbs.demo.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A catalog without images, with two mounts, on one kind of database. */
abstract class CatalogCase {

  static final Path NAS = Path.of("/mnt/nas");
  static final Path DISK = Path.of("/srv/disk");
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  final Database database;
  final Catalog catalog;

  CatalogCase(TestDatabase kind) {
    database = kind.emptied();
    catalog = new Catalog(database);
    catalog.register(List.of(NAS, DISK));
  }

  final long add(Path mount, String name) {
    return catalog.add(Samples.file(mount, name, 1, 1));
  }

  final CatalogImage image(long id) {
    return catalog.image(id).orElseThrow();
  }

  final void fail(String name, ErrorCode code, Instant since) {
    catalog.failed(NAS.resolve(name), Problem.of(code, "why " + code, since));
  }

  final long total(ImageQuery query) {
    return catalog.search(query, 1, 1).total();
  }

  final List<Long> found(ImageQuery query) {
    ImagePage page = catalog.search(query, 1, 100);
    assertThat(page.total()).isEqualTo(page.items().size());
    return ids(page);
  }

  static List<Long> ids(ImagePage page) {
    return page.items().stream().map(CatalogImage::id).toList();
  }
}
