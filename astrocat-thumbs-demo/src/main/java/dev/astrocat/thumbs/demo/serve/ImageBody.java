package dev.astrocat.thumbs.demo.serve;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.astrocat.thumbs.demo.library.LibraryImage;
import dev.astrocat.thumbs.host.SavedThumbnail;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An image as HTTP clients see it; paths are never absolute.
 *
 * @param id key
 * @param fileName name of the file
 * @param folder folders below the library's root
 * @param fileFormat format that the name tells
 * @param fileSizeBytes size
 * @param fileLastModified when the file was written, ISO 8601
 * @param thumbnailPath file name of the thumbnail, null before it was made
 * @param thumbnailGeneratedAt when it was made, ISO 8601, null before
 */
record ImageBody(
    @JsonProperty("id") String id,
    @JsonProperty("file_name") String fileName,
    @JsonProperty("folder") String folder,
    @JsonProperty("file_format") String fileFormat,
    @JsonProperty("file_size_bytes") long fileSizeBytes,
    @JsonProperty("file_last_modified") String fileLastModified,
    @JsonProperty("thumbnail_path") @Nullable String thumbnailPath,
    @JsonProperty("thumbnail_generated_at") @Nullable String thumbnailGeneratedAt) {

  static ImageBody of(LibraryImage image, Optional<SavedThumbnail> saved) {
    return new ImageBody(
        image.id(),
        image.name(),
        image.folder(),
        image.format(),
        image.sizeBytes(),
        image.modified().toString(),
        saved.map(s -> String.valueOf(Path.of(s.location()).getFileName())).orElse(null),
        saved.map(s -> s.made().toString()).orElse(null));
  }
}
