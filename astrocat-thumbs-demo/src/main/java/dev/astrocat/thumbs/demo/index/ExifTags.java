package dev.astrocat.thumbs.demo.index;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The few tags of an EXIF block that a catalog wants; makers' notes, thumbnails and further
 * directories are not entered. Immutable once read.
 */
final class ExifTags {

  private static final Logger log = LoggerFactory.getLogger(ExifTags.class);

  private static final int EXIF_DIRECTORY = 0x8769; // EXIF 2.32 section 4.6.3
  private static final int LONGEST_VALUE = 256;

  private static final Set<Integer> WANTED =
      Set.of(
          ExifDirectoryBase.TAG_EXPOSURE_TIME,
          ExifDirectoryBase.TAG_ISO_EQUIVALENT,
          ExifDirectoryBase.TAG_DATETIME,
          ExifDirectoryBase.TAG_DATETIME_ORIGINAL,
          ExifDirectoryBase.TAG_SUBSECOND_TIME_ORIGINAL,
          ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL);

  private final Metadata metadata = new Metadata();

  /** What could be read of a block; a broken one gives what stands before the fault. */
  void read(RandomAccessReader bytes) {
    try {
      new TiffReader().processTiff(bytes, new Handler(metadata), 0);
    } catch (TiffProcessingException | IOException | RuntimeException e) {
      // The library relies on what a file says; nothing of what it finds here is needed.
      log.debug("EXIF could not be read to its end", e);
    }
  }

  /** The value of a tag, as text. */
  Optional<String> text(int tag) {
    return StreamSupport.stream(metadata.getDirectories().spliterator(), false)
        .filter(directory -> directory.containsTag(tag))
        .flatMap(directory -> Stream.ofNullable(directory.getString(tag)))
        .findFirst();
  }

  /** The value of a tag, as a finite number above 0. */
  Optional<Double> number(int tag) {
    return StreamSupport.stream(metadata.getDirectories().spliterator(), false)
        .map(directory -> number(directory, tag))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Double> number(Directory directory, int tag) {
    return Optional.ofNullable(directory.getDoubleObject(tag))
        .filter(value -> Double.isFinite(value) && value > 0);
  }

  /** Takes the wanted tags of the first directory and of EXIF's own. */
  private static final class Handler extends ExifTiffHandler {

    Handler(Metadata metadata) {
      super(metadata, null, 0);
    }

    @Override
    public boolean tryEnterSubIfd(int tag) {
      return tag == EXIF_DIRECTORY && super.tryEnterSubIfd(tag);
    }

    @Override
    public boolean hasFollowerIfd() {
      return false;
    }

    @Override
    public boolean customProcessTag(
        int offset,
        Set<Integer> processed,
        int ifdOffset,
        RandomAccessReader reader,
        int tag,
        int bytes) {
      return !WANTED.contains(tag) || bytes > LONGEST_VALUE;
    }
  }
}
