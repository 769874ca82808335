package dev.astrocat.thumbs.readme;

import dev.astrocat.thumbs.source.ImageSource;
import dev.astrocat.thumbs.source.SourceVersion;

/** The sources of the README. */
// snippet
record BucketSources(Bucket bucket) {

  ImageSource source(String key) {
    SourceVersion version = new SourceVersion(bucket.etag(key));
    return ImageSource.stream("s3://sky/" + key, version, () -> bucket.open(key));
  }
}
// end
