package dev.astrocat.thumbs.cache.entry;

import dev.astrocat.thumbs.Linking;
import dev.astrocat.thumbs.StretchChoice;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.decode.ImageInfo;
import dev.astrocat.thumbs.decode.ImageSelection;
import dev.astrocat.thumbs.digest.Digests;
import dev.astrocat.thumbs.source.SourceVersion;

/**
 * What tells one tone curve from all others: the version of the source, and everything that its
 * statistics and the strategy depend on; neither size nor format nor orientation. Immutable.
 *
 * @param name name in the cache, the same for all versions of the source
 * @param identity SHA-256 of the source's identity
 * @param choices SHA-256 of decoder, picture and stretch
 * @param version version of the source that was opened
 */
public record CurveKey(String name, String identity, String choices, SourceVersion version) {

  /**
   * The key of an opened picture.
   *
   * @param image what is measured, after demosaicing
   * @param stretch the stretch that was chosen
   * @param linking the linking that was chosen
   */
  public static CurveKey of(
      ThumbnailRequest request,
      SourceVersion version,
      String decoder,
      ImageInfo image,
      StretchChoice stretch,
      Linking linking) {
    ImageSelection selection = request.selection();
    String choices =
        new NoteWriter()
            .line("generation", EntryKey.RENDERING_GENERATION)
            .line("decoder", decoder)
            .line("demosaic", request.demosaic())
            .line("image", selection.image().orElse(-1))
            .line("name", selection.name().orElse(""))
            .line("plane", selection.plane().orElse(-1))
            .line("shape", image.width(), image.height(), image.channels(), image.type())
            .line("nature", image.nature())
            .line("stretch", stretch.words())
            .line("linking", linking)
            .text();
    String digest = Digests.sha256(choices);
    return new CurveKey(
        EntryName.ofCurve(request.source(), digest),
        Digests.sha256(request.source().identity()),
        digest,
        version);
  }
}
