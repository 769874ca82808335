package dev.astrocat.thumbs.demo.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderScanTest {

  @TempDir private Path folder;
  private Path root;
  private Path thumbnails;

  @BeforeEach
  void makeFiles() throws IOException {
    root = folder.resolve("library");
    thumbnails = root.resolve("thumbnails");
    file("b.FIT");
    file("a/deep/c.fits.gz");
    file("a/d.jpeg");
    file("a/readme.txt");
    file("a/archive.tar.gz");
    file(".hidden.fits");
    file(".trash/e.fits");
    file("thumbnails/f_thumb.jpg");
  }

  @Test
  void imagesAreFoundAndNothingElse() throws IOException {
    Library library = scan(root);

    assertThat(library.page(1, 10))
        .extracting(LibraryImage::folder, LibraryImage::name, LibraryImage::format)
        .containsExactly(
            tuple("a", "d.jpeg", "jpeg"),
            tuple("a/deep", "c.fits.gz", "fits"),
            tuple("", "b.FIT", "fit"));
  }

  @Test
  void idsStayTheSame() throws IOException {
    assertThat(scan(root).page(1, 10)).isEqualTo(scan(root).page(1, 10));
    assertThat(scan(root).page(1, 10)).extracting(LibraryImage::id).doesNotHaveDuplicates();
  }

  @Test
  void imagesInTwoLibrariesAreShownOnce() throws IOException {
    Library library = scan(root, root.resolve("a"));

    assertThat(library.size()).isEqualTo(3);
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.createFile(outside.resolve("secret.fits"));
    Files.createSymbolicLink(root.resolve("way"), outside);
    Files.createSymbolicLink(root.resolve("link.fits"), outside.resolve("secret.fits"));

    assertThat(scan(root).page(1, 10)).noneMatch(image -> image.file().startsWith(outside));
    assertThat(scan(root).size()).isEqualTo(3);
  }

  @Test
  void pagesEndWithTheLibrary() throws IOException {
    Library library = scan(root);

    assertThat(library.page(2, 2)).hasSize(1);
    assertThat(library.page(3, 2)).isEmpty();
    assertThat(library.page(Integer.MAX_VALUE, 100)).isEmpty();
  }

  @Test
  void missingFolderIsAnError() {
    assertThatThrownBy(() -> scan(folder.resolve("nothing")))
        .isInstanceOf(NoSuchFileException.class);
  }

  private Library scan(Path... roots) throws IOException {
    return FolderScan.of(List.of(roots), thumbnails);
  }

  private void file(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }
}
