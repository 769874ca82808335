package dev.astrocat.thumbs.formats.xisf;

import dev.astrocat.thumbs.DecodeException;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.SampleType;
import dev.astrocat.thumbs.formats.samples.PlainSamples;
import dev.astrocat.thumbs.formats.samples.SampleReader;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A data block (XISF 1.0 section 10).
 *
 * @param attributes what its element says
 * @param stored its bytes, as stored
 * @param compression how they are packed, if they are
 * @param order of the bytes of a number
 */
record DataBlock(
    Attributes attributes, StoredBytes stored, Optional<Compression> compression, ByteOrder order) {

  /** The block with the pixels of an image. */
  static DataBlock of(Location location) {
    Attributes attributes = location.attributes();
    String order = attributes.get("byteOrder").orElse("little");
    if (!order.equals("little") && !order.equals("big")) {
      throw DecodeException.malformed("XISF: byteOrder is " + order);
    }
    StoredBytes stored = location.stored();
    return new DataBlock(
        attributes,
        stored,
        Compression.of(attributes, stored.length()),
        order.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Its numbers: read from the file when they are wanted, or unpacked whole.
   *
   * @param bytes how many there have to be
   * @throws DecodeException {@code DATA_MALFORMED} for any other number of them
   */
  SampleReader samples(SampleType type, long bytes, DecodeContext context) throws IOException {
    long declared = compression.map(Compression::bytes).orElse(stored.length());
    if (declared != bytes) {
      throw DecodeException.malformed(
          "XISF: a block of " + declared + " bytes for an image of " + bytes);
    }
    Optional<Checksum> checksum = checksum();
    if (compression.isEmpty()) {
      verify(checksum, context);
      return new PlainSamples(stored.bytes(), () -> {}, type, order, stored.offset());
    }
    Compression packing = compression.get();
    packing.requirePossible();
    byte[] unpacked = context.bytes(bytes);
    verify(checksum, context);
    packing.codec().unpack(stored, packing.pieces(), unpacked, context);
    return packing.isShuffled()
        ? ShuffledSamples.of(unpacked, (int) packing.itemBytes(), type, order)
        : new UnpackedSamples(unpacked, type, order);
  }

  /** Adds what was done about its checksum, where that is not plain. */
  ImageInfo describe(ImageInfo info) {
    Optional<String> declared = attributes.get("checksum");
    return declared.isPresent() && checksum().isEmpty()
        ? info.withDecision("checksum", "not verified", "its algorithm is not known")
        : info;
  }

  private Optional<Checksum> checksum() {
    return attributes.get("checksum").flatMap(Checksum::parse);
  }

  private void verify(Optional<Checksum> checksum, DecodeContext context) throws IOException {
    if (checksum.isPresent()) {
      checksum.get().verify(stored, context);
    }
  }
}
