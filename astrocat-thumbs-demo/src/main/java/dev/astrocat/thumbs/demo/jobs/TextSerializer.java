package dev.astrocat.thumbs.demo.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;

/** Keeps the data of tasks as readable UTF-8. Immutable. */
final class TextSerializer implements Serializer {

  @Override
  public byte[] serialize(Object data) {
    return data.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public <T> T deserialize(Class<T> type, byte[] data) {
    return type.cast(new String(data, StandardCharsets.UTF_8));
  }
}
