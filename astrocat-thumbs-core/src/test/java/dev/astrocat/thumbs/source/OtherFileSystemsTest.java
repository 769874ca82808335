package dev.astrocat.thumbs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrocat.thumbs.ErrorCode;
import dev.astrocat.thumbs.Limits;
import dev.astrocat.thumbs.ThumbnailException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not simply files of the machine, and files that must stay in their folder. */
final class OtherFileSystemsTest {

  @TempDir Path folder;

  @Test
  void entriesOfTwoZipsAreTwoSources() throws IOException {
    try (FileSystem one = zip("one.zip");
        FileSystem two = zip("two.zip")) {
      ImageSource first = ImageSource.of(one.getPath("/m31.fits"));
      ImageSource second = ImageSource.of(two.getPath("/m31.fits"));
      assertThat(first.identity()).isNotEqualTo(second.identity()).endsWith("/m31.fits");
      assertThat(first.name()).isEqualTo("m31.fits");
      try (SourceBytes bytes = first.open(Limits.defaults())) {
        assertThat(bytes.size()).isEqualTo(3);
      }
    }
  }

  @Test
  void aFileOfTheMachineIsNamedByItsPath() {
    Path file = folder.resolve("m31.fits");
    assertThat(ImageSource.of(file).identity()).isEqualTo(file.toString());
  }

  @Test
  void aLinkThatLeadsElsewhereIsNoFileOfTheFolder() throws IOException {
    Path library = Files.createDirectory(folder.resolve("library"));
    Path outside = Files.write(folder.resolve("secret.fits"), new byte[3]);
    Path inside = Files.write(library.resolve("m31.fits"), new byte[3]);
    ImageSource.within(library, inside).open(Limits.defaults()).close();
    Files.delete(inside);
    Files.createSymbolicLink(inside, outside);
    assertThatExceptionOfType(ThumbnailException.class)
        .isThrownBy(() -> ImageSource.within(library, inside).open(Limits.defaults()))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_NOT_FOUND));
    ImageSource.of(inside).open(Limits.defaults()).close();
  }

  @Test
  void theFolderItselfMayBeALink() throws IOException {
    Path library = Files.createDirectory(folder.resolve("library"));
    Files.write(library.resolve("m31.fits"), new byte[3]);
    Path link = Files.createSymbolicLink(folder.resolve("link"), library);
    ImageSource.within(link, link.resolve("m31.fits")).open(Limits.defaults()).close();
  }

  @Test
  void aFileOfAnotherFolderIsAFaultOfTheCaller() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> ImageSource.within(folder, Path.of("/etc/passwd")));
  }

  private FileSystem zip(String name) throws IOException {
    URI zip = URI.create("jar:" + folder.resolve(name).toUri());
    FileSystem system = FileSystems.newFileSystem(zip, Map.of("create", "true"));
    Files.write(system.getPath("/m31.fits"), new byte[3]);
    return system;
  }
}
