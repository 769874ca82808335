package dev.astrocat.thumbs.demo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A mount of many images is forgotten while others write. */
@ParameterizedClass
@EnumSource
final class ForgottenMountTest extends CatalogCase {

  private static final int MANY = 6_000;

  ForgottenMountTest(TestDatabase kind) {
    super(kind);
  }

  @Test
  void whoWritesMeanwhileWaitsForAPartOfIt() {
    long other = add(DISK, "other.fits");
    ManyImages.fill(database, List.of(NAS), MANY);
    long start = System.nanoTime();
    CompletableFuture<Duration> forgetting =
        CompletableFuture.supplyAsync(
            () -> {
              catalog.forgetMount(NAS);
              return Duration.ofNanos(System.nanoTime() - start);
            });
    Duration longest = Duration.ZERO;
    while (!forgetting.isDone()) {
      long asked = System.nanoTime();
      catalog.saveThumbnail(String.valueOf(other), "/thumbnails/other.jpg", NOON);
      Duration waited = Duration.ofNanos(System.nanoTime() - asked);
      longest = waited.compareTo(longest) > 0 ? waited : longest;
    }
    Duration all = forgetting.join();
    assertThat(longest.multipliedBy(3)).isLessThan(all);
    assertThat(catalog.count(Optional.empty())).hasValue(1);
    assertThat(catalog.mounts()).extracting(Mount::path).containsExactly(DISK);
  }
}
