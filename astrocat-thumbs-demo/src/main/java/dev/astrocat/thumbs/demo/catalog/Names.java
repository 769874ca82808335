package dev.astrocat.thumbs.demo.catalog;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Constants by the name in a column; one that this program does not know is as good as none. */
final class Names {

  private Names() {}

  static <E extends Enum<E>> Optional<E> find(Class<E> type, @Nullable String name) {
    return Arrays.stream(type.getEnumConstants()).filter(e -> e.name().equals(name)).findFirst();
  }
}
