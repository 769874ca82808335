package dev.astrocat.thumbs.demo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrocat.thumbs.demo.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Mounts, the tree of folders and what a scan asks for. */
@ParameterizedClass
@EnumSource
final class MountsTest extends CatalogCase {

  MountsTest(TestDatabase kind) {
    super(kind);
  }

  @Test
  void theTreeIsGivenLevelByLevel() {
    add(NAS, "a.fits");
    add(NAS, "m9/lights/a.fits");
    add(NAS, "m9/lights/b.fits");
    add(NAS, "m9/a.fits");
    add(NAS, "m31_x/a.fits");
    assertThat(catalog.folders(Optional.empty()))
        .containsExactly(
            new FolderCount("disk", "disk", 0, true), new FolderCount("nas", "nas", 5, true));
    assertThat(catalog.folders(Optional.of("nas")))
        .containsExactly(
            new FolderCount("nas/m9", "m9", 3, true),
            new FolderCount("nas/m31_x", "m31_x", 1, true));
    assertThat(catalog.folders(Optional.of("nas/m9")))
        .containsExactly(new FolderCount("nas/m9/lights", "lights", 2, true));
    assertThat(catalog.folders(Optional.of("nas/m9/lights"))).isEmpty();
    assertThat(catalog.folders(Optional.of("nas/.."))).isEmpty();
  }

  @Test
  void mountsGetNamesOfTheirOwnAndKeepThem() {
    List<Mount> mounts =
        catalog.register(List.of(Path.of("/other/nas"), NAS, Path.of("/third/nas"), Path.of("/")));
    assertThat(mounts)
        .extracting(Mount::name)
        .containsExactly("nas (other)", "nas", "nas (third)", "files");
    assertThat(catalog.register(List.of(Path.of("/x/other/nas"))))
        .extracting(Mount::name)
        .containsExactly("nas (other) 2");
    assertThat(catalog.mounts()).hasSize(6);
    catalog.forgetMount(Path.of("/other/nas"));
    assertThat(catalog.mounts()).hasSize(5);
  }

  @Test
  void anOfflineMountTakesItsImagesOffline() {
    long id = add(NAS, "a.fits");
    ScanCounts counts = ScanCounts.of(7, 6, 5, 4, 3, 2, Map.of("hidden", 9L, "a b", 1L));
    Mount offline =
        new Mount(NAS, "nas", false, Optional.of(NOON), Optional.of(NOON), 1.5, 7, 8, counts);
    catalog.saveMount(offline);
    assertThat(catalog.mounts()).contains(offline);
    assertThat(image(id).offline()).isTrue();
    assertThat(catalog.folders(Optional.empty())).contains(new FolderCount("nas", "nas", 1, false));
  }

  @Test
  void aScanReadsWhatIsKnown() {
    long b = add(NAS, "x/b.fits");
    long a = add(NAS, "x/a.fits");
    add(NAS, "x/deep/c.fits");
    add(DISK, "x/a.fits");
    assertThat(catalog.known(NAS, a, 10)).hasSize(1);
    assertThat(catalog.knownByKey(NAS, "key x/a.fits"))
        .extracting(KnownFile::id)
        .containsExactly(a);
  }
}
