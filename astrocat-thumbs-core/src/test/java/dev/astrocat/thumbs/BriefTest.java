package dev.astrocat.thumbs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BriefTest {

  @Test
  void longTextKeepsItsStart() {
    assertThat(Brief.of("a".repeat(1000))).isEqualTo("a".repeat(1000));
    assertThat(Brief.of("a".repeat(1001))).isEqualTo("a".repeat(999) + "…");
    assertThat(Brief.of(Brief.of("a".repeat(5000)))).isEqualTo("a".repeat(999) + "…");
  }

  @Test
  void charactersOfTwoHalvesAreNotCut() {
    assertThat(Brief.of("a" + "🔭".repeat(600))).isEqualTo("a" + "🔭".repeat(499) + "…");
    assertThat(Brief.of("🔭".repeat(600))).isEqualTo("🔭".repeat(499) + "…");
  }

  @Test
  void messagesAndDecisionsAreBrief() {
    String value = "x".repeat(2_000_000);
    assertThat(DecodeException.malformed("geometry is " + value).getMessage()).hasSize(1000);
    Decision decision = new Decision("image", value, value);
    assertThat(decision.value()).hasSize(1000).isEqualTo(decision.reason());
  }
}
