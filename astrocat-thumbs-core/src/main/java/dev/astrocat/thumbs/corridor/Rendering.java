package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.Decision;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.source.SourceVersion;

/**
 * A thumbnail fresh from the corridor.
 *
 * @param thumbnail the thumbnail
 * @param version version of the bytes it was made of
 * @param curve whether the tone curve was computed or reused: of this call, not of the picture,
 *     whose bytes are the same in both cases
 */
public record Rendering(Thumbnail thumbnail, SourceVersion version, Decision curve) {}
