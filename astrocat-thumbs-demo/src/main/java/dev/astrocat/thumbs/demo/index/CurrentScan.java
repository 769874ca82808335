package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.host.BulkProgress;
import java.util.SortedMap;

/**
 * How far a scan has come, in whatever process it runs. Immutable.
 *
 * @param kind {@code scan}, or {@code rescan} if all headers are read again
 * @param path what it is at: mount name, or mount name, slash and folder
 * @param found image files that were met so far
 * @param added new ones
 * @param updated changed ones
 * @param moved those that have another path now
 * @param skipped files and folders that were left out, by reason
 * @param secondsSilent for how long nothing has happened: a mount that hangs
 * @param progress the same in the words of all runs, and its key; {@code done} are described images
 */
public record CurrentScan(
    String kind,
    String path,
    long found,
    long added,
    long updated,
    long moved,
    SortedMap<String, Long> skipped,
    long secondsSilent,
    BulkProgress progress) {}
