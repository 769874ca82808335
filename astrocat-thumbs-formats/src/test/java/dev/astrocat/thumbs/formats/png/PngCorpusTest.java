package dev.astrocat.thumbs.formats.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import dev.astrocat.thumbs.testing.Corpus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class PngCorpusTest {

  @Test
  void picturesEqualPillowsAndOtherFilesFailTyped() throws IOException {
    Corpus corpus = Corpus.orSkip();
    Map<String, String> recorded = recorded();
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (Map<String, String> row : corpus.manifest()) {
      String path = Objects.requireNonNull(row.get("path"));
      if (!path.endsWith(".png")) {
        continue;
      }
      String expect = Objects.requireNonNull(row.get("expect"));
      String found = look(corpus.folder().resolve(path));
      boolean known = recorded.containsKey(path);
      boolean right = known ? recorded.get(path).equals(found) : allows(expect, found);
      compared += known ? 1 : 0;
      if (!right) {
        wrong.add(path + ": " + found + ", expected " + recorded.getOrDefault(path, expect));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).isEqualTo(recorded.size());
  }

  private static boolean allows(String expect, String found) {
    boolean isPicture = found.contains("\t");
    return expect.equals("any") || expect.contains(isPicture ? "picture" : found);
  }

  /** Size and checksum as recorded, or the code of the failure. */
  private static String look(Path file) throws IOException {
    DecodeContext context = new DecodeContext(Limits.defaults(), ImageSelection.DEFAULT);
    try (SourceBytes source = ImageSource.of(file).open(context.limits());
        PixelSource image = new PngDecoder().open(source, context)) {
      ImageInfo info = image.info();
      return info.width() + "\t" + info.height() + "\t" + String.format("%08x", checksum(image));
    } catch (ThumbnailException e) {
      return e.code().name();
    }
  }

  private static long checksum(PixelSource image) throws IOException {
    ImageInfo info = image.info();
    RowBand row = new RowBand(info.type(), info.width(), info.channels(), 1);
    CRC32 crc = new CRC32();
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < info.height(); y++) {
        image.readRows(y, 1, row);
        crc.update(bytes(row, Math.min(c, info.channels() - 1)));
      }
    }
    return crc.getValue();
  }

  private static byte[] bytes(RowBand row, int channel) {
    if (row.type() == SampleType.U8) {
      return row.bytes(channel);
    }
    byte[] high = new byte[row.width()];
    for (int x = 0; x < high.length; x++) {
      high[x] = (byte) (row.shorts(channel)[x] >> 8);
    }
    return high;
  }

  private static Map<String, String> recorded() throws IOException {
    Map<String, String> recorded = new HashMap<>();
    try (InputStream table =
        Objects.requireNonNull(PngCorpusTest.class.getResourceAsStream("pillow.tsv"))) {
      String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .forEach(cells -> recorded.put(cells[0], cells[1]));
    }
    return recorded;
  }
}
