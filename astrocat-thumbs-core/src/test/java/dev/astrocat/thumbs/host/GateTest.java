package dev.astrocat.thumbs.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GateTest {

  private static final Duration SOON = Duration.ofMillis(20);
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void roomIsKeptForAPersonWhoWasSentAway() {
    Gate gate = new Gate(1, HOUR);
    Gate.Stay bulk = gate.enter(Priority.BULK, 1, SOON).orElseThrow();
    assertThat(gate.enter(Priority.INTERACTIVE, 1, SOON)).isEmpty();
    bulk.close();
    assertThat(gate.enter(Priority.BULK, 1, SOON)).isEmpty();
    gate.enter(Priority.INTERACTIVE, 1, SOON).orElseThrow().close();
    assertThat(gate.enter(Priority.BULK, 1, SOON)).isPresent();
  }

  @Test
  void weightsTogetherStayWithinTheRoom() {
    Gate gate = new Gate(10, HOUR);
    Gate.Stay six = gate.enter(Priority.BULK, 6, SOON).orElseThrow();
    assertThat(gate.enter(Priority.BULK, 5, SOON)).isEmpty();
    assertThat(gate.enter(Priority.BULK, 4, SOON)).isPresent();
    six.close();
    assertThat(gate.enter(Priority.BULK, 5, SOON)).isPresent();
  }

  @Test
  @Timeout(60)
  void whoStaysForEverTakesNoRoomInTheEnd() {
    Gate gate = new Gate(1, Duration.ofSeconds(2));
    Gate.Stay hanging = gate.enter(Priority.BULK, 1, SOON).orElseThrow();
    assertThat(gate.enter(Priority.BULK, 1, SOON)).isEmpty();
    Optional<Gate.Stay> let = Optional.empty();
    while (let.isEmpty()) {
      let = gate.enter(Priority.BULK, 1, SOON);
    }
    Gate.Stay next = let.get();
    hanging.close(); // frees nothing that the next one holds
    assertThat(gate.enter(Priority.BULK, 1, SOON)).isEmpty();
    next.close();
    assertThat(gate.enter(Priority.BULK, 1, SOON)).isPresent();
  }
}
