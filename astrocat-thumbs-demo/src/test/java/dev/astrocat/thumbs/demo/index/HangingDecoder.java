package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.decode.DecodeContext;
import dev.astrocat.thumbs.decode.FormatDecoder;
import dev.astrocat.thumbs.decode.Match;
import dev.astrocat.thumbs.decode.PixelSource;
import dev.astrocat.thumbs.decode.SourceHead;
import dev.astrocat.thumbs.source.SourceBytes;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Hangs in files named {@code *.hang}, as reading from a server that is gone does. Thread-safe. */
final class HangingDecoder implements FormatDecoder {

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  /** Reads headers of all formats, and of this one. */
  ThumbnailGenerator generator() {
    List<FormatDecoder> all = new ArrayList<>(List.of(this));
    ServiceLoader.load(FormatDecoder.class).forEach(all::add);
    return ThumbnailGenerator.builder().onlyDecoders(all.toArray(FormatDecoder[]::new)).build();
  }

  /** Waits until somebody reads. */
  void awaitReader() throws InterruptedException {
    reached.await();
  }

  void release() {
    released.countDown();
  }

  @Override
  public String id() {
    return "hanging";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("hang");
  }

  @Override
  public Match probe(SourceHead head) {
    return head.extension().equals("hang") ? Match.BY_CONTENT : Match.NO;
  }

  @Override
  public PixelSource open(SourceBytes source, DecodeContext context) throws IOException {
    reached.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    }
    throw new IOException("the server is gone");
  }
}
