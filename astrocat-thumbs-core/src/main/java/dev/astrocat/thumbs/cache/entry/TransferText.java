package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.measure.ChannelCurve;
import dev.astrocat.thumbs.measure.Transfer;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The bend of a curve as text: {@code linear}, {@code high-byte}, {@code bt709}, {@code midtones
 * 0.25}, {@code display 0.25 0.0 1.0}, {@code asinh 0.1}, {@code sampled} with the values' bits in
 * Base64, or {@code as 0} where an earlier channel has the same samples.
 */
final class TransferText {

  private static final String LINEAR = "linear";
  private static final String HIGH_BYTE = "high-byte";
  private static final String BT709 = "bt709";
  private static final String MIDTONES = "midtones ";
  private static final String DISPLAY = "display ";
  private static final String ASINH = "asinh ";
  private static final String SAMPLED = "sampled ";
  private static final String AS = "as ";

  private TransferText() {}

  static String of(Transfer transfer, List<ChannelCurve> before) {
    if (transfer instanceof Transfer.Midtones bend) {
      return MIDTONES + bend.midtones();
    }
    if (transfer instanceof Transfer.Display bend) {
      return DISPLAY + bend.midtones() + " " + bend.low() + " " + bend.high();
    }
    if (transfer instanceof Transfer.Asinh bend) {
      return ASINH + bend.softening();
    }
    if (transfer instanceof Transfer.Sampled sampled) {
      return sampled(sampled, before);
    }
    if (transfer instanceof Transfer.Bt709) {
      return BT709;
    }
    return transfer instanceof Transfer.HighByte ? HIGH_BYTE : LINEAR;
  }

  static Transfer parse(String text, List<ChannelCurve> before) {
    if (text.equals(LINEAR)) {
      return Transfer.LINEAR;
    }
    if (text.equals(HIGH_BYTE)) {
      return new Transfer.HighByte();
    }
    if (text.equals(BT709)) {
      return new Transfer.Bt709();
    }
    if (text.startsWith(MIDTONES)) {
      return new Transfer.Midtones(Double.parseDouble(text.substring(MIDTONES.length())));
    }
    if (text.startsWith(DISPLAY)) {
      return display(text.substring(DISPLAY.length()));
    }
    if (text.startsWith(ASINH)) {
      return new Transfer.Asinh(Double.parseDouble(text.substring(ASINH.length())));
    }
    if (text.startsWith(SAMPLED)) {
      return new Transfer.Sampled(values(text.substring(SAMPLED.length())));
    }
    int earlier = text.startsWith(AS) ? Integer.parseInt(text.substring(AS.length())) : -1;
    if (earlier < 0 || earlier >= before.size()) {
      throw new IllegalArgumentException("not the bend of a curve: " + text);
    }
    return before.get(earlier).transfer();
  }

  private static Transfer display(String numbers) {
    double[] fields = Arrays.stream(numbers.split(" ")).mapToDouble(Double::parseDouble).toArray();
    if (fields.length != 3) {
      throw new IllegalArgumentException("not a display function: " + numbers);
    }
    return new Transfer.Display(fields[0], fields[1], fields[2]);
  }

  private static String sampled(Transfer.Sampled sampled, List<ChannelCurve> before) {
    double[] values = sampled.values();
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).transfer() instanceof Transfer.Sampled earlier
          && Arrays.equals(earlier.values(), values)) {
        return AS + i;
      }
    }
    ByteBuffer bits = ByteBuffer.allocate(values.length * Double.BYTES);
    bits.asDoubleBuffer().put(values);
    return SAMPLED + Base64.getEncoder().encodeToString(bits.array());
  }

  private static double[] values(String base64) {
    DoubleBuffer bits = ByteBuffer.wrap(Base64.getDecoder().decode(base64)).asDoubleBuffer();
    double[] values = new double[bits.remaining()];
    bits.get(values);
    return values;
  }
}
