package dev.astrocat.thumbs.formats.tiff;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.SourceHead;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells camera RAW files, most of which are TIFF files at heart, from pictures: what a TIFF reader
 * would find first in them is a tiny preview.
 */
public final class CameraRaw {

  private static final Set<String> EXTENSIONS =
      Set.of(
          "3fr", "arw", "cr2", "dcr", "dng", "erf", "fff", "gpr", "iiq", "kdc", "mef", "mos", "nef",
          "nrw", "orf", "pef", "raw", "rw2", "rwl", "sr2", "srf", "srw");

  /** Compressions of camera makers: Sony, Samsung, Nikon, Kodak, Pentax. */
  private static final Set<Long> MAKERS_COMPRESSIONS =
      Set.of(32767L, 32769L, 32770L, 34713L, 65000L, 65535L);

  private static final int CFA = 32803;
  private static final int LINEAR_RAW = 34892;
  private static final int MAX_CHAIN = 8;
  private static final int MAX_SUB_DIRECTORIES = 8;
  private static final int MAX_MAKE = 64;

  private CameraRaw() {}

  /** The kind of camera RAW, for example {@code Nikon RAW}; empty for anything else. */
  public static Optional<String> kind(SourceHead head) {
    Optional<String> byMagic = byMagic(head);
    if (byMagic.isPresent() || !TiffFile.hasMagic(head.start())) {
      return byMagic;
    }
    try {
      return byTags(TiffFile.open(TiffBytes.of(head)), head.extension());
    } catch (DecodeException | IOException e) {
      // What cannot be read is no camera RAW that anybody could show; its name decides.
      return EXTENSIONS.contains(head.extension())
          ? Optional.of("camera RAW (" + head.extension().toUpperCase(Locale.ROOT) + ")")
          : Optional.empty();
    }
  }

  private static Optional<String> byMagic(SourceHead head) {
    if (head.startsWith(0, 'I', 'I', 42, 0) && head.startsWith(8, "CR")) {
      return Optional.of("Canon RAW (CR2)");
    }
    if (head.startsWith(0, "IIRO") || head.startsWith(0, "IIRS") || head.startsWith(0, "MMOR")) {
      return Optional.of("Olympus RAW (ORF)");
    }
    if (head.startsWith(0, 'I', 'I', 0x55, 0)) {
      return Optional.of("Panasonic RAW (RW2)");
    }
    if (head.startsWith(8, "IIII") && head.startsWith(0, "II")
        || head.startsWith(8, "MMMM") && head.startsWith(0, "MM")) {
      return Optional.of("Phase One RAW (IIQ)");
    }
    return Optional.empty();
  }

  private static Optional<String> byTags(TiffFile file, String extension) throws IOException {
    List<TiffDirectory> chain = file.chain(MAX_CHAIN);
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    TiffDirectory first = chain.get(0);
    if (first.has(Tag.DNG_VERSION)) {
      return Optional.of("Digital Negative (DNG)");
    }
    String make = first.text(Tag.MAKE, MAX_MAKE).strip();
    boolean named = EXTENSIONS.contains(extension) && !make.isEmpty();
    boolean previewOnly =
        !make.isEmpty() && first.has(Tag.SUB_IFDS) && first.first(Tag.NEW_SUBFILE_TYPE, 0) == 1;
    if (named || previewOnly || holdsSensorData(file, chain)) {
      return Optional.of(make.isEmpty() ? "camera RAW" : make + " RAW");
    }
    return Optional.empty();
  }

  private static boolean holdsSensorData(TiffFile file, List<TiffDirectory> chain)
      throws IOException {
    for (TiffDirectory directory : chain) {
      if (isSensorData(directory, chain.get(0))) {
        return true;
      }
    }
    for (TiffDirectory directory : chain) {
      for (long offset : directory.integers(Tag.SUB_IFDS, MAX_SUB_DIRECTORIES)) {
        if (isSensorData(file.directory(offset), chain.get(0))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isSensorData(TiffDirectory directory, TiffDirectory first)
      throws IOException {
    long photometric = directory.first(Tag.PHOTOMETRIC, -1);
    boolean makers =
        MAKERS_COMPRESSIONS.contains(directory.first(Tag.COMPRESSION, 1)) && first.has(Tag.MAKE);
    return photometric == CFA || photometric == LINEAR_RAW || makers;
  }
}
