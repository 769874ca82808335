package dev.astrocat.thumbs.testing;

import dev.astrocat.thumbs.cache.CacheSpace;
import dev.astrocat.thumbs.cache.CachedFile;
import dev.astrocat.thumbs.cache.ThumbnailCache;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A cache in whose operations a test meddles. Thread-safe. */
public final class FaultyCache implements ThumbnailCache {

  /** Where a test may meddle. */
  public enum Operation {
    READ,
    WRITE,
    WRITTEN,
    DELETE,
    LIST,
    LISTED,
    TIDY
  }

  /** What a test does there. */
  @FunctionalInterface
  public interface Fault {
    /** Called at each operation; what it throws is thrown. */
    void strike(Operation operation, String name) throws IOException;
  }

  private final ThumbnailCache cache;
  private final Fault fault;
  private final AtomicInteger operations = new AtomicInteger();

  /** A cache over another one. */
  public FaultyCache(ThumbnailCache cache, Fault fault) {
    this.cache = cache;
    this.fault = fault;
  }

  /** Fails at the n-th operation, counted from 1, and only there. */
  public static Fault failingAt(int n) {
    AtomicInteger count = new AtomicInteger();
    return (operation, name) -> {
      if (count.incrementAndGet() == n) {
        throw new IOException(operation + " fails on purpose");
      }
    };
  }

  /** How many operations there were. */
  public int operations() {
    return operations.get();
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    strike(Operation.READ, name);
    return cache.read(name);
  }

  @Override
  public String write(String name, byte[] bytes) throws IOException {
    strike(Operation.WRITE, name);
    String location = cache.write(name, bytes);
    strike(Operation.WRITTEN, name);
    return location;
  }

  @Override
  public boolean delete(String name) throws IOException {
    strike(Operation.DELETE, name);
    return cache.delete(name);
  }

  @Override
  public Stream<CachedFile> list() throws IOException {
    strike(Operation.LIST, "");
    Stream<CachedFile> files = cache.list();
    strike(Operation.LISTED, "");
    return files;
  }

  @Override
  public Optional<CacheSpace> space() throws IOException {
    return cache.space();
  }

  @Override
  public Optional<Closeable> tidying() throws IOException {
    strike(Operation.TIDY, "");
    return cache.tidying();
  }

  private void strike(Operation operation, String name) throws IOException {
    operations.incrementAndGet();
    fault.strike(operation, name);
  }
}
