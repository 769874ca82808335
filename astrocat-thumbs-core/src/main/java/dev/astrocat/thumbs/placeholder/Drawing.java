package dev.astrocat.thumbs.placeholder;

import java.util.List;
import java.util.stream.Stream;

/**
 * The words of a placeholder, laid out as SVG 1.1: a crossed-out picture, a headline, and below it
 * the message and the advice in lines that fit. Immutable.
 *
 * @param title a few words
 * @param message what happened; any text, or nothing
 * @param advice a sentence
 */
record Drawing(String title, String message, String advice) {

  private static final int LINE_WIDTH = 46;
  private static final int MESSAGE_LINES = 3;
  private static final int ADVICE_LINES = 2;
  private static final int FIRST_LINE_Y = 250;
  private static final int LINE_HEIGHT = 32;

  /** More than any message of ours; the rest of a longer one is not even told to screen readers. */
  private static final int MAX_LETTERS = 500;

  /**
   * Its own measure is 600 x 400, whatever its size on the screen. Attributes give light colours
   * even where a page's policy forbids styles; all text has a contrast of 7:1 or more.
   */
  private static final String HEAD =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 600 400"\
       role="img" aria-labelledby="t d">
      <title id="t">%s</title>
      <desc id="d">%s</desc>
      <style>
      @media (prefers-color-scheme: dark) {
      .back{fill:#14171c}.line{stroke:#8b95a5}.star{fill:#8b95a5}.title{fill:#f1f3f6}.text{fill:#b9c1cd}
      }
      </style>
      <rect class="back" width="600" height="400" fill="#f1f3f6"/>
      <g transform="translate(0 %d)" font-family="system-ui, sans-serif" text-anchor="middle">
      <g class="line" fill="none" stroke="#5a6472" stroke-width="6" stroke-linecap="round"\
       stroke-linejoin="round">
      <rect x="230" y="40" width="140" height="105" rx="12"/>
      <path d="M230 130l42-42 30 30 22-22 46 46M214 156l172-128"/>
      </g>
      <circle class="star" cx="268" cy="66" r="7" fill="#5a6472"/>
      <text class="title" x="300" y="205" font-size="34" font-weight="600" fill="#14171c">%s</text>
      """;

  private static final String LINE =
      """
      <text class="text" x="300" y="%d" font-size="23" fill="#3d4653">%s</text>
      """;

  private static final String TAIL =
      """
      </g>
      </svg>
      """;

  String svg(int width, int height) {
    String happened = XmlText.clean(message, MAX_LETTERS);
    String spoken = happened.isEmpty() ? advice : happened + ". " + advice;
    List<String> lines =
        Stream.concat(
                Lines.of(happened, LINE_WIDTH, MESSAGE_LINES).stream(),
                Lines.of(advice, LINE_WIDTH, ADVICE_LINES).stream())
            .map(XmlText::escaped)
            .toList();
    String head = XmlText.escaped(title);
    int unused = (MESSAGE_LINES + ADVICE_LINES - lines.size()) * LINE_HEIGHT;
    StringBuilder svg = new StringBuilder(2048);
    svg.append(HEAD.formatted(width, height, head, XmlText.escaped(spoken), unused / 2, head));
    for (int i = 0; i < lines.size(); i++) {
      svg.append(LINE.formatted(FIRST_LINE_Y + i * LINE_HEIGHT, lines.get(i)));
    }
    return svg.append(TAIL).toString();
  }
}
