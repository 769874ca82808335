package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.ErrorCode;

/**
 * How many images have a problem of one kind. Immutable.
 *
 * @param code the reason
 * @param count images
 * @param isTransient whether trying again may help some of them
 */
public record FailureGroup(ErrorCode code, long count, boolean isTransient) {}
