package dev.astrocat.thumbs.demo.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrocat.thumbs.demo.config.DatabaseUrl;
import dev.astrocat.thumbs.demo.database.StoreException;
import dev.astrocat.thumbs.demo.database.StoreException.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class StartWaitTest {

  private final List<String> said = new ArrayList<>();
  private final EndSignal end = EndSignal.heard();

  /** A step that fails with these in turn, and then goes well. */
  private static Supplier<String> failing(Kind... kinds) {
    Deque<Kind> left = new ArrayDeque<>(List.of(kinds));
    return () -> {
      if (left.isEmpty()) {
        return "open";
      }
      throw new StoreException(left.pop(), "the database x does not answer");
    };
  }

  @Test
  void goesOnWhenItAnswers() throws InterruptedException {
    StartWait wait = new StartWait(Duration.ofMinutes(10), end, said::add);

    assertThat(wait.until(failing(Kind.UNAVAILABLE, Kind.UNAVAILABLE))).isEqualTo("open");
    assertThat(wait.until(failing(Kind.UNAVAILABLE))).isEqualTo("open");

    assertThat(said).containsExactly("the database x does not answer; waiting for it, up to 600 s");
  }

  @Test
  void givesUpWhenTheTimeIsOver() {
    StartWait wait = new StartWait(Duration.ofMillis(1), end, said::add);

    assertThatThrownBy(() -> wait.until(() -> failing(Kind.UNAVAILABLE).get()))
        .hasMessage("the database x does not answer");
  }

  @Test
  void doesNotWaitWhereNobodyMendsIt() {
    StartWait wait = new StartWait(Duration.ofMinutes(10), end, said::add);

    assertThatThrownBy(() -> wait.until(failing(Kind.UNUSABLE))).isInstanceOf(StoreException.class);
    assertThat(said).isEmpty();
  }

  @Test
  void doesNotWaitForADatabaseOfItsOwn() {
    DatabaseUrl own = DatabaseUrl.parse("jdbc:h2:mem:x");
    StartWait wait = StartWait.forDatabase(own, end, said::add);

    assertThatThrownBy(() -> wait.until(failing(Kind.UNAVAILABLE)))
        .isInstanceOf(StoreException.class);
    assertThat(said).isEmpty();
  }
}
