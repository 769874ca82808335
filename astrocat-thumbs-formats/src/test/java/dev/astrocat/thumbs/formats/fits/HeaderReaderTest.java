package dev.astrocat.thumbs.formats.fits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.testing.FitsFixture;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HeaderReaderTest {

  @Test
  void stringsLoseQuotesPaddingAndComments() throws IOException {
    Header header =
        read(
            FitsFixture.empty()
                .line("OBJECT  = 'O''Hara / 7  '  / the name")
                .line("FILTER  = ''")
                .line("OBSERVER= 'never ends"));

    assertThat(header.text("OBJECT")).hasValue("O'Hara / 7");
    assertThat(header.text("FILTER")).isEmpty();
    assertThat(header.text("OBSERVER")).hasValue("never ends");
  }

  @Test
  void continuedStringsAreJoined() throws IOException {
    Header header =
        read(
            FitsFixture.empty()
                .line("LONG    = 'one &'")
                .line("CONTINUE  'two &' / still going")
                .line("CONTINUE  'three'")
                .line("CONTINUE  'stray'"));

    assertThat(header.text("LONG")).hasValue("one two three");
  }

  @Test
  void numbersMayHaveFortranExponentsAndComments() throws IOException {
    Header header =
        read(
            FitsFixture.empty()
                .line("A       = 1.5D3/comment")
                .line("B       =                  -12 / comment")
                .line("C       = 7.5")
                .line("E       = (1.0, 2.0)"));

    assertThat(header.real("A")).hasValue(1500);
    assertThat(header.integer("A")).hasValue(1500);
    assertThat(header.integer("B")).hasValue(-12);
    assertThat(header.integer("C")).isEmpty();
    assertThat(header.real("E")).isEmpty();
    assertThat(header.real("MISSING")).isEmpty();
  }

  @Test
  void firstOfRepeatedKeywordsStands() throws IOException {
    Header header =
        read(FitsFixture.empty().line("GAIN    = 1").line("GAIN    = 2").line("HISTORY = 3"));

    assertThat(header.integer("GAIN")).hasValue(1);
  }

  private static Header read(FitsFixture hdu) throws IOException {
    PlainInput input =
        new PlainInput(ImageSource.of("a.fits", hdu.bytes()).open(Limits.defaults()));
    return new HeaderReader(input, 0).read();
  }
}
