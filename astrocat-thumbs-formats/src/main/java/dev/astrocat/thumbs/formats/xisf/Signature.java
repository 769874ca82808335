package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.SourceHead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What the first bytes of a file are, as far as XISF is concerned. */
enum Signature {
  /** Header and data blocks in one file (XISF 1.0 section 9.2). */
  MONOLITHIC,
  /** The header of a unit whose blocks are in other files (section 9.3). */
  HEADER_FILE,
  /** Blocks of such a unit (section 9.4). */
  BLOCKS_FILE,
  /** Anything else. */
  OTHER;

  private static final int XML_LOOK_BYTES = 1024;
  private static final Pattern XISF_ROOT = Pattern.compile("<(\\w+:)?xisf[\\s>]");

  static Signature of(SourceHead head) {
    if (head.startsWith(0, "XISF0100")) {
      return MONOLITHIC;
    } else if (head.startsWith(0, "XISB0100")) {
      return BLOCKS_FILE;
    }
    return head.extension().equals("xish") && isXisfHeader(head.start()) ? HEADER_FILE : OTHER;
  }

  /** The header of a distributed unit is known by its name and its root element. */
  private static boolean isXisfHeader(ByteBuffer start) {
    byte[] text = new byte[Math.min(start.limit(), XML_LOOK_BYTES)];
    start.get(0, text);
    return XISF_ROOT.matcher(new String(text, StandardCharsets.UTF_8)).find();
  }

  /** A file that is only named XISF gets an error of ours, which says what is wrong with it. */
  static Match match(SourceHead head) {
    if (of(head) != OTHER) {
      return Match.BY_CONTENT;
    }
    return head.extension().equals("xisf") ? Match.BY_NAME : Match.NO;
  }
}
