package dev.astrocat.thumbs.host;

import java.util.Arrays;

/**
 * How far each image of a chunk has come, a letter each. Because every image has one mark, whoever
 * takes a chunk over counts nothing twice. One thread at a time.
 */
final class ChunkMarks {

  static final char QUEUED = 'q';

  /** Failed in a way that may pass; tried again in the next round, and counted as queued. */
  static final char WAITING = 'w';

  static final char RUNNING = 'r';
  static final char DONE = 'd';
  static final char FAILED = 'f';
  static final char SKIPPED = 's';

  private static final String LETTERS = "qwrdfs";

  private final char[] marks;

  private ChunkMarks(char[] marks) {
    this.marks = marks;
  }

  static ChunkMarks queued(int size) {
    char[] marks = new char[size];
    Arrays.fill(marks, QUEUED);
    return new ChunkMarks(marks);
  }

  int size() {
    return marks.length;
  }

  char get(int image) {
    return marks[image];
  }

  void set(int image, char mark) {
    marks[image] = mark;
  }

  boolean isOpen(int image) {
    return marks[image] == QUEUED || marks[image] == RUNNING;
  }

  /** What somebody was at, who is no longer, is to be done again. */
  void requeueRunning() {
    replaceAll(RUNNING, QUEUED);
  }

  void replaceAll(char mark, char by) {
    for (int i = 0; i < marks.length; i++) {
      marks[i] = marks[i] == mark ? by : marks[i];
    }
  }

  int count(char mark) {
    int count = 0;
    for (char other : marks) {
      count += other == mark ? 1 : 0;
    }
    return count;
  }

  /** Runs of equal marks: {@code 12d1f487q}. */
  String text() {
    StringBuilder text = new StringBuilder();
    int start = 0;
    for (int i = 1; i <= marks.length; i++) {
      if (i == marks.length || marks[i] != marks[start]) {
        text.append(i - start).append(marks[start]);
        start = i;
      }
    }
    return text.toString();
  }

  static ChunkMarks parse(String text) {
    StringBuilder marks = new StringBuilder();
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isDigit = c >= '0' && c <= '9';
      if (isDigit) {
        length = length * 10 + c - '0';
      }
      boolean isLong = marks.length() + length > ThumbnailJob.MAX_IMAGES;
      if (isLong || !isDigit && LETTERS.indexOf(c) < 0) {
        throw new IllegalArgumentException("not the marks of a chunk: " + text);
      }
      if (!isDigit) {
        marks.append(String.valueOf(c).repeat(length));
        length = 0;
      }
    }
    return new ChunkMarks(marks.toString().toCharArray());
  }
}
