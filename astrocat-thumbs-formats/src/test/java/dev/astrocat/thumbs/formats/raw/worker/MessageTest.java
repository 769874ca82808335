package dev.astrocat.thumbs.formats.raw.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.formats.raw.engine.Development;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent is what arrives; anything else fails as I/O does. */
class MessageTest {

  private static final List<Reply> REPLIES =
      List.of(
          new Reply.Ready("Mock 1.0"),
          new Reply.Missing("ö"),
          new Reply.Refused(RawRefusal.Reason.NO_IMAGE, ""),
          new Reply.Picture(1, 2, 3, 4, 5, 6, "camera", "process"));

  private static final Request REQUEST =
      new Request(
          new Development(Development.Mosaic.KEPT, 1L << 40, 77, 1L << 41, 1L << 39), 5, 1L << 42);

  @Test
  void messagesArriveAsTheyWere() throws IOException {
    for (Reply reply : REPLIES) {
      assertThat(Reply.of(reply.body())).isEqualTo(reply);
    }
    for (Development.Mosaic mosaic : Development.Mosaic.values()) {
      Request request = new Request(new Development(mosaic, 1, 2, 3, 4), 5, 6);
      assertThat(Request.of(request.body())).isEqualTo(request);
    }
    assertThat(Request.of(REQUEST.body())).isEqualTo(REQUEST);
  }

  @Test
  void longTextsAreCut() throws IOException {
    byte[] body = new Reply.Missing("\uFFFF".repeat(100_000)).body();
    assertThat(body.length).isLessThanOrEqualTo(Frame.MAX_BODY_BYTES);
    assertThat(Reply.of(body)).isEqualTo(new Reply.Missing("\uFFFF".repeat(Reply.MAX_TEXT)));
  }

  @Test
  void cutAndLengthenedMessagesAreBroken() {
    for (Reply reply : REPLIES) {
      byte[] body = reply.body();
      for (int length = 0; length <= body.length + 1; length++) {
        byte[] other = Arrays.copyOf(body, length);
        if (length != body.length) {
          assertThatExceptionOfType(IOException.class).isThrownBy(() -> Reply.of(other));
        }
      }
    }
    byte[] body = REQUEST.body();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Request.of(Arrays.copyOf(body, body.length - 1)));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Request.of(Arrays.copyOf(body, body.length + 1)));
  }

  /** Every byte set to every value: a message or a broken one, never another failure. */
  @Test
  void changedMessagesAreMessagesOrBroken() {
    int broken = 0;
    for (Reply reply : REPLIES) {
      for (int at = 0; at < reply.body().length; at++) {
        for (int value = 0; value < 256; value++) {
          byte[] body = reply.body();
          body[at] = (byte) value;
          try {
            assertThat(Reply.of(body)).isNotNull();
          } catch (IOException e) {
            broken++;
          }
        }
      }
    }
    assertThat(broken).isPositive();
  }
}
