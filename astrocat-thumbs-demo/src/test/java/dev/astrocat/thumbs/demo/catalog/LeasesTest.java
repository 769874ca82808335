package dev.astrocat.thumbs.demo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.database.Leases;
import dev.astrocat.thumbs.demo.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who alone does something. */
@ParameterizedClass
@EnumSource
final class LeasesTest extends CatalogCase {

  LeasesTest(TestDatabase kind) {
    super(kind);
  }

  @Test
  @Timeout(60)
  void aLeaseHasOneHolder() throws InterruptedException {
    Leases leases = new Leases(database);
    assertThat(leases.take("scan", "a", Duration.ofMinutes(1))).isTrue();
    assertThat(leases.take("scan", "b", Duration.ofSeconds(30))).isFalse();
    assertThat(leases.take("scan", "a", Duration.ofMillis(1))).isTrue();
    while (!leases.take("scan", "b", Duration.ofMinutes(1))) {
      Thread.sleep(10);
    }
    leases.giveBack("scan", "a");
    assertThat(leases.take("scan", "a", Duration.ofSeconds(30))).isFalse();
    leases.giveBack("scan", "b");
    assertThat(leases.take("scan", "a", Duration.ofSeconds(30))).isTrue();
  }
}
