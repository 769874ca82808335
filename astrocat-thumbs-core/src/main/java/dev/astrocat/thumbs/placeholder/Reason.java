package dev.astrocat.thumbs.placeholder;

import dev.astrocat.thumbs.ErrorCode;

/**
 * An error code in words for people. Immutable.
 *
 * @param title what is the matter, in a few words
 * @param advice what can be done, in a sentence
 */
record Reason(String title, String advice) {

  static Reason of(ErrorCode code) {
    return switch (code) {
      case SOURCE_NOT_FOUND, NOT_A_REGULAR_FILE, SOURCE_UNREADABLE, SOURCE_CHANGED -> source(code);
      case FORMAT_UNKNOWN -> new Reason("Not a known image", "Check that this is an image file.");
      case FORMAT_UNSUPPORTED ->
          new Reason("Format not supported", "Save the image as FITS, TIFF or PNG.");
      case DATA_TRUNCATED -> new Reason("File is incomplete", "Copy the file again.");
      case DATA_MALFORMED ->
          new Reason("File is damaged", "Copy the file again, or save it anew where it was made.");
      case NO_IMAGE -> new Reason("No image inside", "The file is sound but holds no picture.");
      case NO_VALID_PIXELS ->
          new Reason("No valid pixels", "Every pixel is blank; check how the file was made.");
      case LIMIT_DIMENSIONS, LIMIT_MEMORY, LIMIT_TIME -> limit(code);
      case BUSY, OUT_OF_MEMORY ->
          new Reason("Server is busy", "Other images are being read; try again in a moment.");
      case NATIVE_CRASH ->
          new Reason("Could not be decoded", "Convert the file to another format, such as DNG.");
      case CANCELLED, CLOSED -> new Reason("Cancelled", "Open the page again to retry.");
      case STRETCH_FAILED -> new Reason("Could not be stretched", "Choose another stretch.");
      case OUTPUT_UNSUPPORTED ->
          new Reason("Output not available", "Ask for another format, such as JPEG.");
      case ENCODE_FAILED ->
          new Reason("Could not be encoded", "Ask for another size or format, such as JPEG.");
      case CACHE_IO ->
          new Reason("Cache not available", "Check space and permissions of the thumbnail cache.");
      case HOST_FAILURE -> new Reason("Service failed", "Try again later.");
    };
  }

  private static Reason source(ErrorCode code) {
    return switch (code) {
      case SOURCE_NOT_FOUND ->
          new Reason("File not found", "It was moved, renamed or deleted; scan its folder again.");
      case NOT_A_REGULAR_FILE -> new Reason("Not a file", "Choose a file, not a folder or device.");
      case SOURCE_CHANGED -> new Reason("File is changing", "Try again when it is all written.");
      default -> new Reason("File cannot be read", "Check the disk and the file's permissions.");
    };
  }

  private static Reason limit(ErrorCode code) {
    return switch (code) {
      case LIMIT_DIMENSIONS ->
          new Reason("Image is too large", "Raise the limit, or make a smaller copy.");
      case LIMIT_MEMORY -> new Reason("Too little memory", "Give the server more memory.");
      default -> new Reason("Took too long", "Try again later.");
    };
  }
}
