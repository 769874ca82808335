package dev.astrocat.thumbs.host;

import dev.astrocat.thumbs.Subframe;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.testing.CountingDecoder;
import dev.astrocat.thumbs.testing.MapCache;
import dev.astrocat.thumbs.testing.PlainDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A host in miniature: files of the simplest format, and all that makes thumbnails of them. */
final class PlainSky {

  final MemoryImageStore store = new MemoryImageStore();
  final MemoryProgressStore progress = new MemoryProgressStore();
  final MapCache cache = new MapCache();
  final CountingDecoder decoder = new CountingDecoder();
  final ThumbnailGenerator generator =
      ThumbnailGenerator.builder().cache(cache).onlyDecoders(decoder).build();
  final Queue<ThumbnailJob> queue = new ArrayDeque<>();
  final BulkRuns runs = new BulkRuns(progress);
  private final Path folder;

  PlainSky(Path folder) {
    this.folder = folder;
  }

  BulkThumbnails bulk() {
    return new BulkThumbnails(store, queue::add, progress, Runnable::run);
  }

  ThumbnailWorker worker() {
    return new ThumbnailWorker(generator, store, progress);
  }

  /** A file of 2 x 2 pixels and its record; its id is its path below the folder. */
  Path image(String name) {
    return file(name, PlainDecoder.file(2, 2, (short) 1, (short) 2, (short) 3, (short) 4));
  }

  /** A file that ends early. */
  Path broken(String name) {
    return file(name, new byte[] {0, 2, 0, 2});
  }

  private Path file(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      store.put(ImageRecord.of(name, ImageSource.of(file)).withSubframe(Subframe.NO));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs what is queued, once each. */
  List<JobOutcome> work() {
    List<JobOutcome> outcomes = new ArrayList<>();
    while (!queue.isEmpty()) {
      outcomes.add(worker().run(queue.remove()));
    }
    return outcomes;
  }

  BulkProgress progress(BulkRequest request) {
    return runs.progress(request.key()).orElseThrow();
  }
}
