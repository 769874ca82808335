package dev.astrocat.thumbs.demo.catalog;

/**
 * A folder of a mount.
 *
 * @param mountId the mount's key
 * @param mount the mount
 * @param folder below it, with slashes; empty for the mount itself
 */
record Place(long mountId, Mount mount, String folder) {}
