package dev.astrocat.thumbs.demo.corpus;

import dev.astrocat.thumbs.testing.Needs;
import dev.astrocat.thumbs.testing.Tool;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Every real RAW file gives what the manifest says where LibRaw develops it. */
@Needs(Tool.LIBRAW)
class RawCorpusTest {

  @Test
  void everyFileGivesWhatItIsSupposedTo() throws IOException {
    CorpusCheck.filesGiveWhatIsExpected("raw");
  }
}
