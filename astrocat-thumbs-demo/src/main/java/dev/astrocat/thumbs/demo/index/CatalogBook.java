package dev.astrocat.thumbs.demo.index;

import dev.astrocat.thumbs.demo.catalog.Catalog;
import dev.astrocat.thumbs.demo.catalog.KnownFile;
import dev.astrocat.thumbs.demo.catalog.NewFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The catalog of an installation, as scans see it. Thread-safe. */
record CatalogBook(Catalog catalog) implements ImageBook {

  @Override
  public List<KnownFile> known(Collection<Path> files) {
    return catalog.known(files);
  }

  @Override
  public List<KnownFile> withKey(Path mount, FoundFile file) {
    return file.key().map(key -> catalog.knownByKey(mount, key)).orElse(List.of());
  }

  @Override
  public List<KnownFile> alike(Path mount, FoundFile file) {
    return catalog.knownAlike(newFile(mount, file));
  }

  @Override
  public List<KnownFile> page(Path mount, long after, int limit) {
    return catalog.known(mount, after, limit);
  }

  @Override
  public long count(Path mount) {
    return catalog.count(Optional.of(mount)).orElse(0);
  }

  @Override
  public long add(Path mount, FoundFile file, Reading reading) {
    NewFile fresh = newFile(mount, file);
    if (reading instanceof Reading.Described described) {
      return catalog.add(fresh, described.frame());
    }
    long id = catalog.add(fresh);
    keep(id, file, reading);
    return id;
  }

  @Override
  public void change(Path mount, long id, FoundFile file, Reading reading) {
    catalog.changed(id, newFile(mount, file));
    keep(id, file, reading);
  }

  @Override
  public void readAgain(long id, FoundFile file, Reading reading) {
    keep(id, file, reading);
  }

  @Override
  public void readFirst(long id, FoundFile file, Reading reading) {
    keep(id, file, reading);
    catalog.unqueue(id);
  }

  @Override
  public List<Long> unqueued(Path mount, int limit) {
    return catalog.unqueued(mount, limit);
  }

  @Override
  public void queued(Collection<Long> ids) {
    catalog.queued(ids);
  }

  @Override
  public void move(Path mount, long id, FoundFile to) {
    catalog.move(id, newFile(mount, to));
  }

  @Override
  public int remove(Collection<Long> ids) {
    return catalog.remove(ids);
  }

  private void keep(long id, FoundFile file, Reading reading) {
    if (reading instanceof Reading.Described described) {
      catalog.describe(id, file.sizeBytes(), file.modifiedNanos(), described.frame());
    } else if (reading instanceof Reading.Unreadable unreadable) {
      catalog.failed(file.file(), unreadable.problem());
    }
  }

  private static NewFile newFile(Path mount, FoundFile file) {
    return new NewFile(
        file.file(), mount, file.format(), file.sizeBytes(), file.modifiedNanos(), file.key());
  }
}
