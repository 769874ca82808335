package dev.astrocat.thumbs;

/** The formats a thumbnail can have. */
public enum OutputFormat {
  /** JPEG, quality 85; one component for grey pictures. */
  JPEG("jpg", "image/jpeg"),
  /** PNG, 8 bit, without loss. */
  PNG("png", "image/png"),
  /** WebP; needs an encoder that is not part of core. */
  WEBP("webp", "image/webp");

  private final String extension;
  private final String mediaType;

  OutputFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** File name extension without the dot. */
  public String extension() {
    return extension;
  }

  /** MIME type. */
  public String mediaType() {
    return mediaType;
  }
}
