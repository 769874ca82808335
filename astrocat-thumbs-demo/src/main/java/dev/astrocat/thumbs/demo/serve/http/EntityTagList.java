package dev.astrocat.thumbs.demo.serve.http;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What the client has already: the tags of {@code If-None-Match} (RFC 9110 section 13.1.2).
 *
 * @param tags quoted tags without the mark of weakness, or {@code *}
 */
public record EntityTagList(List<String> tags) {

  /** The tags that come with a request, in one line or several. */
  public static EntityTagList of(Context ctx) {
    return new EntityTagList(
        Collections.list(ctx.req().getHeaders(Header.IF_NONE_MATCH)).stream()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(String::strip)
            .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
            .toList());
  }

  /** Weak comparison, as the RFC wants it here. */
  public boolean matches(String etag) {
    return tags.contains(etag) || tags.contains("*");
  }
}
