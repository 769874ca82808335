package dev.astrocat.thumbs.formats.fits;

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
 * Every image of the corpus has the stored samples that astropy 5.2.1 reads. Checksums are of
 * big-endian samples, channel by channel:
 *
 * <pre>
 * with fits.open(path, do_not_scale_image_data=True) as f: d = np.array(f[hdu].data)
 * zlib.crc32(d.astype(d.dtype.newbyteorder('>')).tobytes())   # d of shape (channels, h, w)
 * </pre>
 *
 * <p>Left out is {@code comp_nan_f32.fits}, whose ZBLANK astropy 5.2.1 overlooks.
 */
class FitsCorpusTest {

  @Test
  void everyImageHasTheSamplesThatAstropyReads() throws IOException {
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
    long images =
        corpus.manifest().stream()
            .filter(row -> row.get("path").startsWith("fits/"))
            .filter(row -> row.get("expect").equals("picture"))
            .count();
    assertThat(wrong).isEmpty();
    assertThat(rows.size()).isGreaterThanOrEqualTo((int) images - 1);
  }

  private static List<String> expected() throws IOException {
    try (InputStream table = FitsCorpusTest.class.getResourceAsStream("corpus-samples.tsv")) {
      assertThat(table).isNotNull();
      String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).toList();
    }
  }

  private static String outcome(Path file) throws IOException {
    DecodeContext context = new DecodeContext(Limits.defaults(), ImageSelection.DEFAULT);
    try (SourceBytes source = ImageSource.of(file).open(Limits.defaults());
        PixelSource image = new FitsDecoder().open(source, context)) {
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
