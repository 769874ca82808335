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
    assertThat(light).containsKeys("page", "card", "text", "muted", "accent", "warn", "bad");

    for (String background : List.of("page", "card")) {
      for (String text : List.of("text", "muted", "accent", "warn", "bad")) {
        assertThat(contrast(light, text, background))
            .as("%s on %s", text, background)
            .isGreaterThanOrEqualTo(LEGIBLE);
      }
    }
  }

  private static Map<String, Double> luminances(String theme) throws IOException {
    String css = css();
    int start = css.indexOf(theme);
    assertThat(start).isNotNegative();
    Matcher colours = COLOUR.matcher(css.substring(start, css.indexOf('}', start)));
    Map<String, Double> light = new HashMap<>();
    while (colours.find()) {
      light.put(colours.group(1), luminance(colours.group(2)));
    }
    return light;
  }

  private static String css() throws IOException {
    try (InputStream css = PageColoursTest.class.getResourceAsStream("/ui/style.css")) {
      assertThat(css).isNotNull();
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Relative luminance, WCAG 2.2. */
  private static double luminance(String hex) {
    String six = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
    return 0.2126 * linear(six.substring(0, 2))
        + 0.7152 * linear(six.substring(2, 4))
        + 0.0722 * linear(six.substring(4, 6));
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
