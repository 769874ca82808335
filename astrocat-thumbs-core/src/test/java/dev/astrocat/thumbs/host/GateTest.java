package dev.astrocat.thumbs.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Priority;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final Duration SOON = Duration.ofMillis(20);

  @Test
  void roomIsKeptForAPersonWhoWasSentAway() {
    Gate gate = new Gate(1);
    assertThat(gate.enter(Priority.BULK, SOON)).isTrue();
    assertThat(gate.enter(Priority.INTERACTIVE, SOON)).isFalse();
    gate.leave();
    assertThat(gate.enter(Priority.BULK, SOON)).isFalse();
    assertThat(gate.enter(Priority.INTERACTIVE, SOON)).isTrue();
    gate.leave();
    assertThat(gate.enter(Priority.BULK, SOON)).isTrue();
  }

  @Test
  void noMoreAreLetInThanThereIsRoomFor() {
    Gate gate = new Gate(2);
    assertThat(gate.enter(Priority.BULK, SOON)).isTrue();
    assertThat(gate.enter(Priority.NEW, SOON)).isTrue();
    assertThat(gate.enter(Priority.NEW, SOON)).isFalse();
    gate.leave();
    assertThat(gate.enter(Priority.NEW, SOON)).isTrue();
  }
}
