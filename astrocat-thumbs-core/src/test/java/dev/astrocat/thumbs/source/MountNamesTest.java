package dev.astrocat.thumbs.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MountNamesTest {

  @Test
  void mountsAreToldByTheLongestRootOrTheFirstElements() {
    MountNames names = new MountNames(List.of(Path.of("/data"), Path.of("/data/nas")));
    assertThat(List.of("/data/nas/a/b.fits", "/data/nass/a.fits", "/home/x/y/c.fits", "/a.fits"))
        .extracting(file -> names.of(ImageSource.of(Path.of(file))))
        .containsExactly("/data/nas", "/data", "/home/x", "/");
    assertThat(names.of(ImageSource.of("s3://bucket/m31/a.fits", new byte[0])))
        .isEqualTo("s3:/bucket");
  }
}
