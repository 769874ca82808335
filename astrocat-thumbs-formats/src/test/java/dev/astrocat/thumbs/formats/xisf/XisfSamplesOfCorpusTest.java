package dev.astrocat.thumbs.formats.xisf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.RowBand;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceBytes;
import dev.astrocat.thumbs.testing.Corpus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/**
 * Every image of the corpus has the samples that Python reads with its own XML parser, zlib,
 * libzstd and an LZ4 decoder of twenty lines. Checksums are of big-endian samples of the channels
 * that are shown:
 *
 * <pre>
 * if '+sh' in codec: b = np.frombuffer(b, np.uint8).reshape(item, -1).T.tobytes()
 * d = np.frombuffer(b, dtype).reshape(channels, h, w)[:3 if space == 'RGB' else 1]
 * zlib.crc32(np.ascontiguousarray(d.astype(d.dtype.newbyteorder('>'))).tobytes())
 * </pre>
 */
class XisfSamplesOfCorpusTest {

  @Test
  void everyImageHasTheSamplesThatPythonReads() throws IOException {
    Corpus corpus = Corpus.orSkip();
    List<String> rows = expected();
    List<String> wrong = new ArrayList<>();
    for (String row : rows) {
      String path = row.substring(0, row.indexOf('\t'));
      String found = path + "\t" + outcome(corpus.folder().resolve(path));
      if (!found.equals(row)) {
        wrong.add(found + ", not " + row);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(rows).hasSizeGreaterThanOrEqualTo(corpus.files("xisf"));
  }

  private static List<String> expected() throws IOException {
    try (InputStream table =
        XisfSamplesOfCorpusTest.class.getResourceAsStream("corpus-samples.tsv")) {
      assertThat(table).isNotNull();
      String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).toList();
    }
  }

  private static String outcome(Path file) throws IOException {
    DecodeContext context = new DecodeContext(Limits.defaults(), ImageSelection.DEFAULT);
    try (SourceBytes source = ImageSource.of(file).open(Limits.defaults());
        PixelSource image = new XisfDecoder().open(source, context)) {
      ImageInfo info = image.info();
      RowBand band = new RowBand(info.type(), info.width(), info.channels(), info.height());
      image.readRows(0, info.height(), band);
      CRC32 crc = new CRC32();
      for (int c = 0; c < info.channels(); c++) {
        crc.update(bigEndian(info, band.plane(c)));
      }
      return String.format(
          "%d\t%d\t%d\t%08x", info.width(), info.height(), info.channels(), crc.getValue());
    }
  }

  private static byte[] bigEndian(ImageInfo info, Object plane) {
    int samples = info.width() * info.height();
    ByteBuffer bytes = ByteBuffer.allocate(samples * info.type().bytes());
    switch (info.type()) {
      case U8 -> bytes.put((byte[]) plane);
      case S16, U16 -> bytes.asShortBuffer().put((short[]) plane);
      case S32, U32 -> bytes.asIntBuffer().put((int[]) plane);
      case S64, U64 -> bytes.asLongBuffer().put((long[]) plane);
      case F32 -> bytes.asFloatBuffer().put((float[]) plane);
      case F64 -> bytes.asDoubleBuffer().put((double[]) plane);
    }
    return bytes.array();
  }
}
