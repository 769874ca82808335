package dev.astrocat.thumbs.demo.jobs;

import dev.astrocat.thumbs.demo.testing.Databases;

final class PostgresSchedulerQueueTest extends SchedulerQueueContract {

  PostgresSchedulerQueueTest() {
    super(Databases.postgres());
  }
}
