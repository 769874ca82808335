package dev.astrocat.thumbs.corridor;

import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.source.SourceVersion;

/**
 * A thumbnail fresh from the corridor.
 *
 * @param thumbnail the thumbnail
 * @param version version of the bytes it was made of
 */
public record Rendering(Thumbnail thumbnail, SourceVersion version) {}
