package dev.astrocat.thumbs;

import dev.astrocat.thumbs.classify.Classification;
import dev.astrocat.thumbs.decode.ImageInfo;

/**
 * What the headers of an image say, see {@link ThumbnailGenerator#inspect}. Immutable.
 *
 * @param decoder id of the decoder that read them
 * @param info size, type of samples and evidence; of a camera RAW file the size of the sensor's
 *     visible part
 * @param classification what kind of frame it is, and why
 */
public record Inspection(String decoder, ImageInfo info, Classification classification) {}
