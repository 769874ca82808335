package dev.astrocat.thumbs.demo.catalog;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.demo.database.Database;
import dev.astrocat.thumbs.host.ImageRecord;
import dev.astrocat.thumbs.host.ImageStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The images of an installation. Thread-safe; all methods block, and fail with {@link
 * StoreException} only. It looks at no file.
 */
public final class Catalog implements ImageStore {

  private final Mounts mounts;
  private final Search search;
  private final Neighbourhood neighbourhood;
  private final FacetCounts facets;
  private final FolderTree folders;
  private final Choices choices;
  private final Failures failures;
  private final StoredImages stored;
  private final KnownFiles known;
  private final Indexing indexing;
  private final Unqueued unqueued;

  /** The images that a database holds. */
  public Catalog(Database database) {
    mounts = new Mounts(database);
    search = new Search(database, mounts);
    neighbourhood = new Neighbourhood(database, mounts);
    facets = new FacetCounts(database, mounts);
    folders = new FolderTree(database, mounts);
    choices = new Choices(database);
    failures = new Failures(database);
    stored = new StoredImages(database, mounts);
    known = new KnownFiles(database, mounts);
    indexing = new Indexing(database, mounts);
    unqueued = new Unqueued(database, mounts);
  }

  // ---- looking

  /** The image of that id. */
  public Optional<CatalogImage> image(long id) {
    return search.byIds(List.of(id)).stream().findFirst();
  }

  /**
   * A page of what a query finds.
   *
   * @param page from 1
   * @param pageSize at least 1
   */
  public ImagePage search(ImageQuery query, int page, int pageSize) {
    return search.page(query, page, pageSize);
  }

  /** How many images each value of each filter would give. */
  public Facets facets(ImageQuery query) {
    return facets.of(query);
  }

  /**
   * The folders directly in a folder.
   *
   * @param parent mount name, or mount name, slash and folder; the mounts when empty
   */
  public List<FolderCount> folders(Optional<String> parent) {
    return folders.in(parent);
  }

  /** What is beside an image in the order of a query; empty if the query does not find it. */
  public Optional<Neighbours> neighbours(long id, ImageQuery query) {
    return neighbourhood.of(id, query);
  }

  /**
   * Images whose file, thumbnail, problem, choice or subtype changed since they were added, oldest
   * change first. A change may become visible up to seconds after its time, so ask from a little
   * before the last one.
   *
   * @param time of the last change that is known
   * @param id of its image; of changes at that time, those of images with a greater one are meant
   */
  public List<CatalogImage> changedAfter(Instant time, long id, int limit) {
    return search.changedAfter(time, id, limit);
  }

  // ---- people's choices

  /** Keeps how a person wants an image shown; whether there is such an image. */
  public boolean choose(long id, PictureChoice choice) {
    return choices.choose(id, choice);
  }

  /**
   * Keeps what a person says that an image is. It outranks what the header tells, and an earlier
   * choice of a subframe.
   *
   * @return whether there is such an image
   */
  public boolean changeSubtype(long id, Subtype subtype) {
    return choices.changeSubtype(id, subtype);
  }

  /**
   * Takes back what a person said that an image is: what was found in the file decides again,
   * unless a subframe was chosen since.
   *
   * @return whether there is such an image
   */
  public boolean takeBackSubtype(long id) {
    return choices.takeBackSubtype(id);
  }

  // ---- failures

  /** Remembers why there is no thumbnail; since when is kept as long as the reason is the same. */
  public void failed(Path file, Problem problem) {
    failures.set(file, problem);
  }

  /** Forgets the problem of a file. */
  public void succeeded(Path file) {
    failures.clear(file);
  }

  /** The problems that there are, most frequent first. */
  public List<FailureGroup> failures() {
    return failures.groups();
  }

  /** A page of the images with one problem, oldest image first. */
  public ImagePage failed(ErrorCode code, int page, int pageSize) {
    return search.failed(code, page, pageSize);
  }

  // ---- indexing

  /**
   * Makes mounts known. Those that are known already stay as they are; new ones get a name: their
   * last element, with more of the path where that is taken.
   *
   * @param paths absolute and normalised
   * @return the mounts of these paths, in this order
   */
  public List<Mount> register(List<Path> paths) {
    return mounts.register(paths);
  }

  /** All mounts by name. */
  public List<Mount> mounts() {
    return mounts.all();
  }

  /** Keeps what is known of a mount in place of what was known; adds it if it is new. */
  public void saveMount(Mount mount) {
    mounts.save(mount);
  }

  /** Forgets a mount and all its images. */
  public void forgetMount(Path path) {
    mounts.forget(path);
  }

  /** All files of a mount by id, for walking over them while others come and go. */
  public List<KnownFile> known(Path mount, long afterId, int limit) {
    return known.all(mount, afterId, limit);
  }

  /** Files with that key on their disk. */
  public List<KnownFile> knownByKey(Path mount, String fileKey) {
    return known.byKey(mount, fileKey);
  }

  /** Those of these files that are known, in no order. */
  public List<KnownFile> known(Collection<Path> files) {
    return known.at(files);
  }

  /** Files of the mount that have the name, the size and the time of another one. */
  public List<KnownFile> knownAlike(NewFile file) {
    return known.alike(file);
  }

  /** Images of a mount that are new, changed or moved and were not {@link #queued} since. */
  public List<Long> unqueued(Path mount, int limit) {
    return unqueued.of(mount, limit);
  }

  /** An image needs a thumbnail although it is neither new nor changed. */
  public void unqueue(long id) {
    unqueued.add(id);
  }

  /** The thumbnails of these images are in the queue, which forgets none. */
  public void queued(Collection<Long> ids) {
    unqueued.remove(ids);
  }

  /** Adds a file, or takes its new state if its path is known; its id. */
  public long add(NewFile file) {
    return indexing.add(file, Optional.empty());
  }

  /** Does {@link #add(NewFile)} and {@link #describe} at once. */
  public long add(NewFile file, Frame frame) {
    return indexing.add(file, Optional.of(frame));
  }

  /** Keeps what its header tells, read when the file had that size and time. */
  public void describe(long id, long sizeBytes, long modifiedNanos, Frame frame) {
    indexing.describe(id, sizeBytes, modifiedNanos, frame);
  }

  /** The file has other bytes now: header facts and problem are forgotten, choices are kept. */
  public void changed(long id, NewFile file) {
    indexing.changed(id, file);
  }

  /** The file lies elsewhere now; all that is known of it is kept but its thumbnail. */
  public void move(long id, NewFile to) {
    indexing.move(id, to);
  }

  /** Forgets images; how many there were. */
  public int remove(Collection<Long> ids) {
    return indexing.remove(ids);
  }

  // ---- what core asks for

  @Override
  public Optional<ImageRecord> find(String id) {
    return stored.find(id);
  }

  @Override
  public List<ImageRecord> page(Optional<Path> under, Optional<String> after, int limit) {
    return stored.page(under, after, limit);
  }

  @Override
  public OptionalLong count(Optional<Path> under) {
    return stored.count(under);
  }

  @Override
  public boolean saveThumbnail(String id, String location, Instant made) {
    return stored.saveThumbnail(id, location, made);
  }

  @Override
  public long clearThumbnails() {
    return stored.clearThumbnails();
  }
}
