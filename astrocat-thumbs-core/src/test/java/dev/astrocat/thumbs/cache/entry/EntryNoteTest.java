package dev.astrocat.thumbs.cache.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.ThumbnailReport;
import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Transfer;
import dev.astrocat.thumbs.source.SourceVersion;
import dev.astrocat.thumbs.testing.TestThumbnails;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EntryNoteTest {

  @Test
  void everythingIsReadBackAsItWas() {
    ThumbnailReport report =
        TestThumbnails.report(
            new Transfer.Midtones(1.0 / 3), Transfer.LINEAR, new Transfer.HighByte());
    EntryNote note = note(report);
    assertThat(EntryNote.parse(note.text())).hasValue(note);
  }

  @Test
  void theCamerasBendIsReadBack() {
    EntryNote note = note(TestThumbnails.report(new Transfer.Bt709()));
    assertThat(EntryNote.parse(note.text())).hasValue(note);
  }

  @Test
  void bendsWithNumbersAreReadBackToo() {
    EntryNote note =
        note(
            TestThumbnails.report(
                new Transfer.Display(1.0 / 3, -0.1, 1e300),
                Transfer.Display.of(Double.MIN_VALUE),
                new Transfer.Asinh(0.1)));
    assertThat(EntryNote.parse(note.text())).hasValue(note);
  }

  @Test
  void aNoteIsPrintableAsciiAndLineFeeds() {
    assertThat(note(TestThumbnails.report(Transfer.LINEAR)).text()).matches("[\\x20-\\x7e\\n]+");
  }

  @Test
  void sampledBendsAreReadBackToTheBitAndEqualOnesWrittenOnce() {
    Transfer.Sampled one = new Transfer.Sampled(0, 0.1 + 0.2, Double.MIN_VALUE, 1);
    Transfer.Sampled same = new Transfer.Sampled(one.values());
    Transfer.Sampled other = new Transfer.Sampled(0, 1);
    String text = note(TestThumbnails.report(one, other, same)).text();
    List<ChannelCurve> curves =
        EntryNote.parse(text).orElseThrow().report().stretch().curve().channels();
    assertThat(values(curves.get(0))).containsExactly(one.values());
    assertThat(values(curves.get(1))).containsExactly(0, 1);
    assertThat(values(curves.get(2))).containsExactly(one.values());
    assertThat(text).containsOnlyOnce("|as 0\n");
  }

  @ParameterizedTest
  @CsvSource({
    "entry=3, entry=2",
    "entry=3, entry=x",
    "identity=, identification=",
    "width=800, width=many",
    "curves=1, curves=2",
    "curves=1, curves=-1",
    "curves=1, curves=2000000000",
    "linear, bent",
    "linear, as 0",
    "linear, as x",
    "linear, sampled AAAA",
    "linear, sampled !",
    "linear, midtones",
    "decisions=2, decisions=3",
    "decisions=2, decisions=1",
    "'|the host', ' the host'",
    "\\u0001, \\u00",
    "version=etag-1, version="
  })
  void notesOfAnotherMakeAreNoNotes(String part, String other) {
    ThumbnailReport report = TestThumbnails.report(Transfer.LINEAR);
    String text = note(report).text().replace("\\u03b1", "\\u0001");
    assertThat(text).contains(part);
    assertThat(EntryNote.parse(text.replace(part, other))).isEmpty();
  }

  @Test
  void everyShorterNoteIsNone() {
    String text = note(TestThumbnails.report(Transfer.LINEAR)).text();
    for (int length = 0; length < text.length(); length++) {
      assertThat(EntryNote.parse(text.substring(0, length))).isEmpty();
    }
  }

  private static EntryNote note(ThumbnailReport report) {
    return new EntryNote("0a", "0b", new SourceVersion("etag-1"), 800, 535, report);
  }

  private static double[] values(ChannelCurve curve) {
    return ((Transfer.Sampled) curve.transfer()).values();
  }
}
