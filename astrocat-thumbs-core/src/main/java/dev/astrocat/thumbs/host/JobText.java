package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.NamedSize;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Priority;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text form of jobs: a line with the version, then a line for each value, its name in front of
 * the first space. Names that are not known are skipped, so that a later version may add some.
 */
final class JobText {

  private static final String HEADER = "astrocat-thumbnails 1";

  /** A job of 500 ids of 1,000 characters, each of them escaped, and more. */
  private static final int MAX_CHARS = 4_000_000;

  private JobText() {}

  static String of(ThumbnailJob job) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    line(text, "key", job.key());
    line(text, "run", job.run());
    line(text, "chunk", String.valueOf(job.chunk()));
    line(text, "renewal", job.renewal().name());
    line(text, "priority", job.priority().name());
    line(text, "size", job.options().size().name());
    if (!job.options().beside().isEmpty()) {
      line(text, "beside", names(job.options().beside()));
    }
    line(text, "format", job.options().format().name());
    job.options().look().ifPresent(look -> line(text, "look", look.name()));
    job.options().stretch().ifPresent(stretch -> line(text, "stretch", stretch));
    job.images().forEach(id -> line(text, "image", id));
    return text.toString();
  }

  static ThumbnailJob parse(String text) {
    if (text.length() > MAX_CHARS) {
      throw new IllegalArgumentException("too long for a job: " + text.length() + " characters");
    }
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new IllegalArgumentException("not a job, or one of another version: first line");
    }
    Map<String, String> values = new HashMap<>();
    List<String> images = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      int space = line.indexOf(' ');
      if (space < 1) {
        throw new IllegalArgumentException("not a job: a line has no value");
      }
      String value = Escapes.undo(line.substring(space + 1));
      if (line.startsWith("image ")) {
        images.add(value);
      } else if (values.put(line.substring(0, space), value) != null) {
        throw new IllegalArgumentException("not a job: a line comes twice");
      }
    }
    return job(values, images);
  }

  private static ThumbnailJob job(Map<String, String> values, List<String> images) {
    JobOptions options =
        new JobOptions(
            NamedSize.valueOf(required(values, "size")),
            sizes(values.getOrDefault("beside", "")),
            OutputFormat.valueOf(required(values, "format")),
            Optional.ofNullable(values.get("look")).map(Look::valueOf),
            Optional.ofNullable(values.get("stretch")));
    return new ThumbnailJob(
        required(values, "key"),
        required(values, "run"),
        Integer.parseInt(required(values, "chunk")),
        images,
        options,
        Renewal.valueOf(required(values, "renewal")),
        Priority.valueOf(required(values, "priority")));
  }

  private static String names(SortedSet<NamedSize> sizes) {
    return sizes.stream().map(NamedSize::name).collect(Collectors.joining(","));
  }

  private static SortedSet<NamedSize> sizes(String names) {
    return Stream.of(names.split(","))
        .filter(name -> !name.isEmpty())
        .map(NamedSize::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String required(Map<String, String> values, String name) {
    return Optional.ofNullable(values.get(name))
        .orElseThrow(() -> new IllegalArgumentException("not a job: it has no " + name));
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(' ').append(Escapes.of(value)).append('\n');
  }
}
