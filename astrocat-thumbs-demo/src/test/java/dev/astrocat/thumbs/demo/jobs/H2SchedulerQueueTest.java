package dev.astrocat.thumbs.demo.jobs;

import dev.astrocat.thumbs.demo.testing.Databases;

final class H2SchedulerQueueTest extends SchedulerQueueContract {

  H2SchedulerQueueTest() {
    super(Databases.h2());
  }
}
