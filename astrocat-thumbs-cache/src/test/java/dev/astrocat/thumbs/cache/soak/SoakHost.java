package dev.astrocat.thumbs.cache.soak;

import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.cache.disk.DiskThumbnailCache;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.host.BulkRequest;
import dev.astrocat.thumbs.host.BulkThumbnails;
import dev.astrocat.thumbs.host.Renewal;
import dev.astrocat.thumbs.host.ThumbnailWorker;
import dev.astrocat.thumbs.testing.PlainDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A host whose processes share nothing but one folder. */
record SoakHost(Path folder) {

  static final BulkRequest ALL = BulkRequest.everything().renewal(Renewal.FORCED);

  static SoakHost at(Path folder) throws IOException {
    for (String name : List.of("images", "rows", "jobs", "locks", "progress")) {
      Files.createDirectories(folder.resolve(name));
    }
    return new SoakHost(folder);
  }

  Path images() {
    return folder.resolve("images");
  }

  Path cache() {
    return folder.resolve("cache");
  }

  FileImageStore store() {
    return new FileImageStore(folder.resolve("rows"));
  }

  FileQueue queue() {
    return new FileQueue(folder.resolve("jobs"));
  }

  FileProgressStore progress() {
    return new FileProgressStore(folder.resolve("progress"));
  }

  ThumbnailGenerator generator() {
    return ThumbnailGenerator.builder()
        .cache(DiskThumbnailCache.at(cache()))
        .onlyDecoders(new PlainDecoder("plain", Match.BY_CONTENT))
        .build();
  }

  /** Lists and queues all frames in the calling thread, or goes on with that. */
  void start() {
    new BulkThumbnails(store(), queue(), progress(), Runnable::run).start(ALL);
  }

  /** A process that works until nothing is queued; arguments: the folder, or also "start". */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    SoakHost host = at(Path.of(arguments[0]));
    if (arguments.length > 1) {
      host.start();
      return;
    }
    try (ThumbnailGenerator generator = host.generator()) {
      ThumbnailWorker worker = new ThumbnailWorker(generator, host.store(), host.progress());
      while (host.queue().runOne(worker)) {
        Thread.sleep(5);
      }
    }
  }
}
