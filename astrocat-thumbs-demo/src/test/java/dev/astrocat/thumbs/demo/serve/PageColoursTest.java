package dev.astrocat.thumbs.demo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageColoursTest {

  private static final double LEGIBLE = 4.5;
  private static final Pattern COLOUR = Pattern.compile("--(\\w+): #([0-9a-f]{3,6});");

  @ParameterizedTest
  @ValueSource(
      strings = {":root {", ":root[data-theme=\"light\"] {", ":root[data-theme=\"night\"] {"})
  void textIsLegibleInEveryTheme(String theme) throws IOException {
    Map<String, Double> light = luminances(theme);

    for (String background : List.of("page", "card", "raised")) {
      for (String text : List.of("text", "muted", "accent", "ok", "warn", "bad")) {
        assertLegible(light, text, background);
      }
    }
    assertLegible(light, "onaccent", "accent");
    assertLegible(light, "over", "sky");
  }

  @Test
  void nightHasNoOtherColourThanRed() throws IOException {
    Matcher colours = COLOUR.matcher(block(css(), ":root[data-theme=\"night\"] {"));
    int count = 0;
    while (colours.find()) {
      String six = sixDigits(colours.group(2));
      int red = Integer.parseInt(six.substring(0, 2), 16);
      assertThat(Integer.parseInt(six.substring(2, 4), 16)).isLessThanOrEqualTo(red * 6 / 10);
      assertThat(Integer.parseInt(six.substring(4, 6), 16)).isLessThanOrEqualTo(red * 6 / 10);
      count++;
    }
    assertThat(count).isGreaterThan(10);
  }

  private static void assertLegible(Map<String, Double> light, String text, String background) {
    assertThat(light).containsKeys(text, background);
    assertThat(contrast(light, text, background))
        .as("%s on %s", text, background)
        .isGreaterThanOrEqualTo(LEGIBLE);
  }

  /** A theme says only what differs from the first. */
  private static Map<String, Double> luminances(String theme) throws IOException {
    Map<String, Double> light = new HashMap<>();
    collect(light, block(css(), ":root {"));
    collect(light, block(css(), theme));
    return light;
  }

  private static String block(String css, String start) {
    int from = css.indexOf(start);
    assertThat(from).isNotNegative();
    return css.substring(from, css.indexOf('}', from));
  }

  private static void collect(Map<String, Double> light, String block) {
    Matcher colours = COLOUR.matcher(block);
    while (colours.find()) {
      light.put(colours.group(1), luminance(colours.group(2)));
    }
  }

  private static String css() throws IOException {
    try (InputStream css = PageColoursTest.class.getResourceAsStream("/ui/css/tokens.css")) {
      assertThat(css).isNotNull();
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Relative luminance, WCAG 2.2. */
  private static double luminance(String hex) {
    String six = sixDigits(hex);
    return 0.2126 * linear(six.substring(0, 2))
        + 0.7152 * linear(six.substring(2, 4))
        + 0.0722 * linear(six.substring(4, 6));
  }

  private static String sixDigits(String hex) {
    return hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
  }

  private static double linear(String hex) {
    double value = Integer.parseInt(hex, 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  /** Contrast ratio, WCAG 2.2. */
  private static double contrast(Map<String, Double> light, String text, String background) {
    double one = light.getOrDefault(text, 0.0);
    double other = light.getOrDefault(background, 0.0);
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }
}
