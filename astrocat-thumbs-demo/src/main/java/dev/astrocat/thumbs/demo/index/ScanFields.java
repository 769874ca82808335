package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.host.BulkProgress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The texts that a scan keeps beside the documented fields of its progress. Stateless. */
final class ScanFields {

  private static final String KIND = "scan_kind";
  private static final String SKIPPED = "skipped:";

  private ScanFields() {}

  /** What a scan tells beside its progress. */
  static Map<String, String> of(CurrentScan scan) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(KIND, scan.kind());
    fields.put("at", scan.path());
    fields.put("found", String.valueOf(scan.found()));
    fields.put("added", String.valueOf(scan.added()));
    fields.put("updated", String.valueOf(scan.updated()));
    fields.put("moved", String.valueOf(scan.moved()));
    fields.put("seconds_silent", String.valueOf(scan.secondsSilent()));
    scan.skipped().forEach((reason, n) -> fields.put(SKIPPED + reason, String.valueOf(n)));
    return fields;
  }

  /** A scan whose progress is known; empty if nobody scans under that key. */
  static Optional<CurrentScan> scan(BulkProgress progress, Map<String, String> fields) {
    if (!fields.containsKey(KIND)) {
      return Optional.empty();
    }
    SortedMap<String, Long> skipped = new TreeMap<>();
    fields.keySet().stream()
        .filter(field -> field.startsWith(SKIPPED))
        .forEach(field -> skipped.put(field.substring(SKIPPED.length()), number(fields, field)));
    return Optional.of(
        new CurrentScan(
            fields.getOrDefault(KIND, ""),
            fields.getOrDefault("at", ""),
            number(fields, "found"),
            number(fields, "added"),
            number(fields, "updated"),
            number(fields, "moved"),
            skipped,
            number(fields, "seconds_silent"),
            progress));
  }

  private static long number(Map<String, String> fields, String field) {
    return Long.parseLong(fields.getOrDefault(field, "0"));
  }
}
