package dev.astrocat.thumbs.demo.serve;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the client has already: the tags of {@code If-None-Match} (RFC 9110 section 13.1.2).
 *
 * @param tags quoted tags without the mark of weakness, or {@code *}
 */
record EntityTagList(List<String> tags) {

  static EntityTagList of(@Nullable String header) {
    return new EntityTagList(
        header == null
            ? List.of()
            : Arrays.stream(header.split(","))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .toList());
  }

  /** Weak comparison, as the RFC wants it here. */
  boolean matches(String etag) {
    return tags.contains(etag) || tags.contains("*");
  }
}
