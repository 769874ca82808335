package dev.astrocat.thumbs.demo.jobs;

import dev.astrocat.thumbs.demo.testing.Databases;

final class PostgresProgressStoreTest extends TableProgressStoreContract {

  PostgresProgressStoreTest() {
    super(Databases.postgres());
  }
}
