package dev.astrocat.thumbs.measure.strategy;

import dev.astrocat.thumbs.measure.StretchStrategy;
import java.util.List;
import java.util.ServiceLoader;

/** All strategies that core provides. */
final class Strategies {

  private Strategies() {}

  static List<StretchStrategy> all() {
    return ServiceLoader.load(StretchStrategy.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  static StretchStrategy named(String id) {
    return all().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }
}
