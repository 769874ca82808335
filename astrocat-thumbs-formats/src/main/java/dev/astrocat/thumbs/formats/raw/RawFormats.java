package dev.astrocat.thumbs.formats.raw;

import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.formats.tiff.CameraRaw;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/** Tells camera RAW files of every maker from anything else. Thread-safe. */
public final class RawFormats {

  /**
   * Bytes that a format starts with.
   *
   * @param name for messages
   * @param offset where the bytes are
   * @param bytes one character each, ISO 8859-1
   */
  private record Magic(String name, int offset, String bytes) {}

  private static final Set<String> EXTENSIONS =
      Set.of(
          "3fr", "ari", "arw", "bay", "cap", "cr2", "cr3", "crw", "dcr", "dcs", "dng", "drf", "erf",
          "fff", "gpr", "iiq", "k25", "kdc", "mdc", "mef", "mos", "mrw", "nef", "nrw", "orf", "pef",
          "ptx", "pxn", "raf", "rw2", "rwl", "sr2", "srf", "srw", "x3f");

  private static final Magic[] MAGICS = {
    new Magic("Fujifilm RAW (RAF)", 0, "FUJIFILMCCD-RAW"),
    new Magic("Canon RAW (CRW)", 6, "HEAPCCDR"),
    new Magic("Minolta RAW (MRW)", 0, "\0MRM"),
    new Magic("Sigma RAW (X3F)", 0, "FOVb"),
    new Magic("Contax RAW", 0, "ARECOYK"),
    new Magic("Nokia RAW", 0, "NOKIARAW"),
    new Magic("Rollei RAW", 0, "DSC-Image"),
    new Magic("Apple QuickTake RAW", 0, "qktk"),
    new Magic("Apple QuickTake RAW", 0, "qktn"),
    new Magic("ARRI RAW", 0, "ARRI\u0012\u0034\u0056\u0078"),
  };

  private static final int MAX_FILE_TYPE_BOX = 256;

  private RawFormats() {}

  /**
   * File name extensions that belong to camera RAW alone, lower case, without the dot. Not among
   * them: {@code raw} and {@code tif}, which mean many things.
   */
  public static Set<String> extensions() {
    return EXTENSIONS;
  }

  /** The kind of camera RAW by the file's content, for messages; empty for anything else. */
  public static Optional<String> kind(SourceHead head) {
    for (Magic magic : MAGICS) {
      if (head.startsWith(magic.offset(), magic.bytes())) {
        return Optional.of(magic.name());
      }
    }
    return isCr3(head) ? Optional.of("Canon RAW (CR3)") : CameraRaw.kind(head);
  }

  /** CR3 is an ISO base media file that follows Canon's brand (ISO/IEC 14496-12 section 4.3). */
  private static boolean isCr3(SourceHead head) {
    if (!head.startsWith(4, "ftyp")) {
      return false;
    }
    ByteBuffer start = head.start();
    int end = Math.min(start.limit(), Math.max(16, Math.min(start.getInt(0), MAX_FILE_TYPE_BOX)));
    for (int at = 8; at + 4 <= end; at += 4) {
      if (head.startsWith(at, "crx ")) {
        return true;
      }
    }
    return false;
  }
}
