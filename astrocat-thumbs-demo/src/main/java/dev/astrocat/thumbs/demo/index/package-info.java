/**
 * Keeps the catalog equal to what lies on the mounts: walks them, tells what is new, changed, moved
 * or gone, and reads headers. Not part of the API.
 *
 * <p>{@code Indexer} runs one {@code MountScan} a mount, each in threads of its own, so a mount
 * that hangs blocks nobody else. {@code MountWalk} streams files past {@code Comparison}; nothing
 * of the size of the library is held but a bit an image ({@code SeenIds}).
 */
@NullMarked
package dev.astrocat.thumbs.demo.index;

import org.jspecify.annotations.NullMarked;
