package dev.astrocat.thumbs.demo.serve.images;

/** A picture of 3:2 that says that the real one is being made. Stateless. */
final class WaitingPicture {

  private static final String SVG =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 320 213">
      <rect width="320" height="213" fill="#808080" fill-opacity=".12"/>
      <text x="160" y="112" text-anchor="middle" font-family="system-ui, sans-serif" \
      font-size="15" fill="#808080">making the thumbnail ...</text>
      </svg>
      """;

  private WaitingPicture() {}

  static String svg(int width) {
    return SVG.formatted(width, Math.max(1, width * 2 / 3));
  }
}
