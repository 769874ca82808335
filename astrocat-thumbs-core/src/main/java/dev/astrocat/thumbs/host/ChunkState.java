package dev.astrocat.thumbs.host;

import java.util.concurrent.ThreadLocalRandom;

/**
 * What the progress store holds of a chunk: who works on it, how often it was gone through, bytes
 * made, the last error, and a mark for each image. One thread at a time.
 */
final class ChunkState {

  private static final String NOBODY = "-";

  final ChunkMarks marks;
  private String holder = NOBODY;
  private int rounds;
  private long bytes;
  private String lastError = "";

  ChunkState(ChunkMarks marks) {
    this.marks = marks;
  }

  /** A new holder, whose texts are like those of no other. */
  void take() {
    holder = Long.toString(ThreadLocalRandom.current().nextLong() >>> 1, Character.MAX_RADIX);
    marks.requeueRunning();
  }

  void done(int image, long thumbnailBytes) {
    marks.set(image, ChunkMarks.DONE);
    bytes += thumbnailBytes;
  }

  void error(String code) {
    lastError = code;
  }

  /** Counts one more time that all open images were tried. */
  int nextRound() {
    return ++rounds;
  }

  boolean isComplete() {
    return counts().queued() + marks.count(ChunkMarks.RUNNING) == 0;
  }

  ImageCounts counts() {
    return new ImageCounts(
        marks.size(),
        marks.count(ChunkMarks.RUNNING),
        marks.count(ChunkMarks.DONE),
        marks.count(ChunkMarks.FAILED),
        marks.count(ChunkMarks.SKIPPED),
        bytes,
        lastError);
  }

  String text() {
    return String.join(
        " ", holder, String.valueOf(rounds), String.valueOf(bytes), marks.text(), lastError);
  }

  static ChunkState parse(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != 5) {
      throw new IllegalArgumentException("not the state of a chunk: " + text);
    }
    ChunkState state = new ChunkState(ChunkMarks.parse(parts[3]));
    state.holder = parts[0];
    state.rounds = Integer.parseInt(parts[1]);
    state.bytes = Long.parseLong(parts[2]);
    state.lastError = parts[4];
    return state;
  }
}
