package dev.astrocat.thumbs.cache.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.astrocat.thumbs.host.ProgressStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Progress in a folder that several processes share, a file each key, one writer at a time. */
record FileProgressStore(Path folder) implements ProgressStore {

  @Override
  public Map<String, String> read(String key) {
    Map<String, String> fields = new HashMap<>();
    WholeFile.read(file(key))
        .ifPresent(
            text ->
                text.lines()
                    .map(line -> line.split("=", 2))
                    .forEach(field -> fields.put(decoded(field[0]), decoded(field[1]))));
    return fields;
  }

  @Override
  public void write(String key, Map<String, String> fields) {
    change(key, fields, present -> true);
  }

  @Override
  public boolean replace(String key, String field, Optional<String> expected, String value) {
    return change(
        key,
        Map.of(field, value),
        present -> Optional.ofNullable(present.get(field)).equals(expected));
  }

  private boolean change(
      String key, Map<String, String> fields, Predicate<Map<String, String>> condition) {
    synchronized (FileProgressStore.class) { // a file lock is the whole process's
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        Map<String, String> present = read(key);
        boolean isChanged = lock.isValid() && condition.test(present);
        if (isChanged) {
          present.putAll(fields);
          WholeFile.write(file(key), text(present));
        }
        return isChanged;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Path file(String key) {
    return folder.resolve(encoded(key));
  }

  private static String text(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
