package dev.astrocat.thumbs.readme;

import dev.astrocat.thumbs.digest.Digests;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A bucket of an object store as its client shows it, in memory. */
final class Bucket {

  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

  /** What a listing tells of an object. */
  record Listed(String key, long sizeBytes, Instant modified) {}

  Optional<byte[]> get(String key) {
    return Optional.ofNullable(objects.get(key));
  }

  InputStream open(String key) throws IOException {
    return new ByteArrayInputStream(get(key).orElseThrow(() -> new FileNotFoundException(key)));
  }

  String etag(String key) {
    return get(key).map(Digests::sha256).orElse("none");
  }

  String put(String key, byte[] bytes) {
    objects.put(key, bytes);
    return "s3://sky/" + key;
  }

  boolean remove(String key) {
    return objects.remove(key) != null;
  }

  Stream<Listed> list() {
    return objects.entrySet().stream()
        .map(object -> new Listed(object.getKey(), object.getValue().length, Instant.EPOCH));
  }
}
