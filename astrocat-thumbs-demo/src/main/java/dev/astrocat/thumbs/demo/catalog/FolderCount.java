package dev.astrocat.thumbs.demo.catalog;

/**
 * A folder of the tree. Immutable.
 *
 * @param path mount name, or mount name, slash and folder
 * @param name its own name
 * @param count images in it and below
 * @param connected whether its mount is there
 */
public record FolderCount(String path, String name, long count, boolean connected) {}
