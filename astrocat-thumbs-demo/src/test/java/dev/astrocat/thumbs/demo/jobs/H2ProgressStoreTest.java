package dev.astrocat.thumbs.demo.jobs;

import dev.astrocat.thumbs.demo.testing.Databases;

final class H2ProgressStoreTest extends TableProgressStoreContract {

  H2ProgressStoreTest() {
    super(Databases.h2());
  }
}
