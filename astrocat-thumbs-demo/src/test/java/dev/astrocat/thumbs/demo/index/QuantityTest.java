package dev.astrocat.thumbs.demo.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuantityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "300 | 300",
        "300.0 | 300",
        "0,5 | 0.5",
        "1,200.5 | 1200.5",
        "3.0E+02 | 300",
        "1.5D+02 | 150",
        "300 s | 300",
        "300sec | 300",
        "2 min | 120",
        "500 ms | 0.5",
        "1/250 | 0.004",
        "1/4 sec | 0.25",
        ".5 | 0.5",
        "0 | 0"
      })
  void exposuresAreSeconds(String text, double seconds) {
    assertThat(Quantity.parse(text).orElseThrow().seconds()).hasValue(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none", "1.2.3", "1/0", "9e999", "--5", "s 300"})
  void whatIsNoNumberIsNone(String text) {
    assertThat(Quantity.parse(text)).isEmpty();
  }

  @Test
  void impossibleExposuresAreNone() {
    assertThat(Quantity.parse("-1").orElseThrow().seconds()).isEmpty();
    assertThat(Quantity.parse("3 apples").orElseThrow().seconds()).isEmpty();
  }

  @Test
  void temperaturesAreCelsius() {
    assertThat(celsius("-10.0 C")).hasValue(-10);
    assertThat(celsius("-9,5 °C")).hasValue(-9.5);
    assertThat(celsius("263.15 K")).hasValue(-10);
    assertThat(celsius("-999")).isEmpty();
  }

  private static OptionalDouble celsius(String text) {
    return Quantity.parse(text).orElseThrow().celsius();
  }
}
