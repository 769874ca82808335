package dev.astrocat.thumbs.formats.preview;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.Evidence;
import dev.astrocat.thumbs.decode.Orientation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a RAW file says of itself and of the pictures in it. One thread at a time. */
final class RawContents {

  /** More than any camera writes; each is looked at. */
  private static final int MAX_PREVIEWS = 64;

  private final long fileBytes;
  private final Map<Long, Preview> previews = new LinkedHashMap<>();
  private final List<DecodeException> damage = new ArrayList<>();
  private String make = "";
  private String model = "";
  private Optional<Orientation> orientation = Optional.empty();
  private long sensorWidth;
  private long sensorHeight;
  private boolean cut;

  RawContents(long fileBytes) {
    this.fileBytes = fileBytes;
  }

  /** There may be a preview here; the first of an offset counts. */
  void preview(long offset, long length) {
    if (offset <= 0 || length <= 0) {
      return; // tags that are there but say nothing
    }
    if (offset > fileBytes || length > fileBytes - offset) {
      cut = true;
    } else if (previews.size() < MAX_PREVIEWS) {
      previews.putIfAbsent(offset, new Preview(offset, length));
    }
  }

  /** Maker and model; the first that are not empty count. */
  void camera(String maker, String name) {
    make = make.isEmpty() ? maker.strip() : make;
    model = model.isEmpty() ? name.strip() : model;
  }

  /** How the sensor's picture is turned, as an EXIF value; the first valid one counts. */
  void orientation(long exif) {
    if (orientation.isEmpty() && exif >= 1 && exif <= 8) {
      orientation = Optional.of(Orientation.ofExif((int) exif));
    }
  }

  /** Size of the sensor's picture, as stored; the largest counts. */
  void sensor(long width, long height) {
    boolean plausible = width > 0 && height > 0 && width < 1 << 20 && height < 1 << 20;
    if (plausible && width * height > sensorWidth * sensorHeight) {
      sensorWidth = width;
      sensorHeight = height;
    }
  }

  /** A part of the file could not be read; it may not have mattered. */
  void damaged(DecodeException reason) {
    damage.add(reason);
  }

  Collection<Preview> previews() {
    return previews.values();
  }

  /** How the sensor's picture is turned; as stored where nothing is said. */
  Orientation orientation() {
    return orientation.orElse(Orientation.IDENTITY);
  }

  /** Columns of the sensor's picture; 0 if not known. */
  long sensorWidth() {
    return sensorWidth;
  }

  /** Rows of the sensor's picture; 0 if not known. */
  long sensorHeight() {
    return sensorHeight;
  }

  /** Whether the file ends before a preview does. */
  boolean isCut() {
    return cut;
  }

  /** What could not be read. */
  List<DecodeException> damage() {
    return damage;
  }

  /** The camera's name, as far as it is known. */
  List<Evidence> evidence() {
    List<Evidence> all = new ArrayList<>();
    if (!make.isEmpty()) {
      all.add(new Evidence("MAKE", make));
    }
    if (!model.isEmpty()) {
      all.add(new Evidence("MODEL", model));
    }
    return all;
  }
}
