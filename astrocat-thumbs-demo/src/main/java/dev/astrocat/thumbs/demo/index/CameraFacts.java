package dev.astrocat.thumbs.demo.index;

import com.drew.metadata.exif.ExifDirectoryBase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a camera wrote into a RAW, JPEG or TIFF file about the exposure. Immutable.
 *
 * @param exposureSeconds how long
 * @param iso sensitivity
 * @param captured when; in UTC if the camera names no offset
 */
record CameraFacts(OptionalDouble exposureSeconds, OptionalDouble iso, Optional<Instant> captured) {

  static final CameraFacts NONE =
      new CameraFacts(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());

  /** Where all that leads to EXIF stands: 4 segments of a JPEG, or the boxes of a CR3. */
  private static final int HEAD_BYTES = 256 << 10;

  /** Reads at most half a megabyte; what is not there or broken is missing. */
  static CameraFacts of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer head = ByteBuffer.allocate((int) Math.min(HEAD_BYTES, channel.size()));
      while (head.hasRemaining() && channel.read(head, head.position()) >= 0) {
        // A read may give less than there is.
      }
      ExifTags tags = new ExifTags();
      for (int offset : ExifPlaces.in(head.flip())) {
        tags.read(new ExifBytes(channel, offset));
      }
      return of(tags);
    }
  }

  private static CameraFacts of(ExifTags tags) {
    return new CameraFacts(
        number(tags, ExifDirectoryBase.TAG_EXPOSURE_TIME),
        number(tags, ExifDirectoryBase.TAG_ISO_EQUIVALENT),
        captured(tags).or(() -> tags.text(ExifDirectoryBase.TAG_DATETIME).flatMap(Moments::parse)));
  }

  private static OptionalDouble number(ExifTags tags, int tag) {
    return tags.number(tag).map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  /** EXIF 2.32 keeps seconds, their fraction and the offset in three tags (section 4.6.5). */
  private static Optional<Instant> captured(ExifTags tags) {
    String fraction =
        tags.text(ExifDirectoryBase.TAG_SUBSECOND_TIME_ORIGINAL)
            .map(String::strip)
            .filter(digits -> digits.matches("\\d{1,9}"))
            .map(digits -> "." + digits)
            .orElse("");
    String offset =
        tags.text(ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL)
            .map(String::strip)
            .filter(text -> text.matches("[+-]\\d{2}:\\d{2}"))
            .orElse("");
    return tags.text(ExifDirectoryBase.TAG_DATETIME_ORIGINAL)
        .flatMap(text -> Moments.parse(text.strip() + fraction + offset));
  }
}
