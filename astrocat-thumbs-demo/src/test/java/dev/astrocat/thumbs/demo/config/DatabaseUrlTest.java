package dev.astrocat.thumbs.demo.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          postgresql://u:p@db:5433/astro | jdbc:postgresql://db:5433/astro | u | p | postgresql://db:5433/astro
          postgres://u:p@db/astro | jdbc:postgresql://db/astro | u | p | postgresql://db/astro
          POSTGRES://u@db/astro | jdbc:postgresql://db/astro | u | - | postgresql://db/astro
          postgresql://db/astro | jdbc:postgresql://db/astro | - | - | postgresql://db/astro
          postgresql+asyncpg://u:p@db/astro | jdbc:postgresql://db/astro | u | p | postgresql://db/astro
          postgresql://u:a%40b%2F+c@db/astro?sslmode=require | jdbc:postgresql://db/astro?sslmode=require | u | a@b/+c | postgresql://db/astro
          postgresql://u:p@ss/w:rd@my_db/astro | jdbc:postgresql://my_db/astro | u | p@ss/w:rd | postgresql://my_db/astro
          postgresql://u:p@a:1,b:2/astro | jdbc:postgresql://a:1,b:2/astro | u | p | postgresql://a:1,b:2/astro
          postgresql://u:p@[::1]:5432/astro | jdbc:postgresql://[::1]:5432/astro | u | p | postgresql://[::1]:5432/astro
          jdbc:postgresql://db/astro?user=u&password=p | jdbc:postgresql://db/astro?user=u&password=p | - | - | postgresql://db/astro
          postgresql:///astro | jdbc:postgresql:///astro | - | - | postgresql:///astro
          jdbc:postgresql://u:p@db/astro | jdbc:postgresql://db/astro | u | p | postgresql://db/astro
          jdbc:postgresql:astro?password=p | jdbc:postgresql:astro?password=p | - | - | postgresql:astro
          """)
  void allFormsOfPostgresqlAreUnderstood(
      String text, String jdbc, String user, String password, String shown) {
    DatabaseUrl url = DatabaseUrl.parse("  " + text + " ");
    assertThat(url.kind()).isEqualTo(DatabaseUrl.Kind.POSTGRESQL);
    assertThat(url.isShared()).isTrue();
    assertThat(url.jdbcUrl()).isEqualTo(jdbc);
    assertThat(url.user().orElse(null)).isEqualTo(user);
    assertThat(url.password().orElse(null)).isEqualTo(password);
    assertThat(url).hasToString(shown);
  }

  @Test
  void h2KeepsItsOwnParameters() {
    DatabaseUrl url = DatabaseUrl.parse("JDBC:H2:file:/srv/x;USER=u;PASSWORD=secret");
    assertThat(url.jdbcUrl())
        .startsWith("jdbc:h2:newest:async:/srv/x;USER=u;PASSWORD=secret;MODE=");
    assertThat(url).hasToString("h2:file:/srv/x");
    assertThat(url.isShared()).isFalse();
  }

  @Test
  void theEmbeddedOneLiesInTheDataFolder() {
    assertThat(DatabaseUrl.embedded(new DataFolder(Path.of("/var/a b"))))
        .hasToString("h2:file:/var/a b/database/astrocat");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "jdbc:h2:",
        "jdbc:postgresql:",
        "mysql://u:secret@h/d",
        "postgresql:secret",
        "postgresql://",
        "postgresql:///",
        "postgresql://u:secret%zz@h/d",
        "jdbc:sqlite:secret",
        "jdbc:postgresql://u:secret%zz@h/d"
      })
  void anythingElseIsRefusedWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> DatabaseUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("secret");
  }
}
