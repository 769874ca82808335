package dev.astrocat.thumbs.demo.sheet;

import dev.astrocat.thumbs.Look;
import dev.astrocat.thumbs.OutputFormat;
import dev.astrocat.thumbs.Thumbnail;
import dev.astrocat.thumbs.ThumbnailException;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.ThumbnailRequest;
import dev.astrocat.thumbs.demo.sample.SampleSky;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The command behind {@code qa/contact-sheet.sh}: files in both looks, side by side. */
final class ContactSheet {

  private ContactSheet() {}

  /** Arguments: the PNG to write, a folder for the sample sky, then files, or none for the sky. */
  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Path out = Path.of(arguments[0]);
    List<Path> files = Arrays.stream(arguments).skip(2).map(Path::of).toList();
    List<SheetTile> tiles = tiles(files.isEmpty() ? sampleSky(Path.of(arguments[1])) : files);
    tiles.forEach(tile -> System.out.println(String.join("  ", tile.label())));
    ImageIO.write(SheetPainter.paint(tiles), "png", out.toFile());
  }

  private static List<Path> sampleSky(Path folder) throws IOException {
    SampleSky.makeIn(folder);
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static List<SheetTile> tiles(List<Path> files) throws IOException {
    List<SheetTile> tiles = new ArrayList<>();
    try (ThumbnailGenerator thumbnails = ThumbnailGenerator.create()) {
      for (Path file : files) {
        tiles.add(tile(thumbnails, file));
      }
    }
    return tiles;
  }

  private static SheetTile tile(ThumbnailGenerator thumbnails, Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    try {
      ThumbnailRequest request =
          ThumbnailRequest.of(file).size(SheetTile.SIDE).format(OutputFormat.PNG);
      Thumbnail astrocat = thumbnails.generate(request.look(Look.ASTROCAT));
      Thumbnail pixInsight = thumbnails.generate(request.look(Look.PIXINSIGHT));
      return new SheetTile(
          List.of(picture(astrocat), picture(pixInsight)),
          List.of(
              name,
              "%s: %s | %s"
                  .formatted(
                      astrocat.report().classification().kind().words(),
                      astrocat.report().stretch().name(),
                      pixInsight.report().stretch().name())));
    } catch (ThumbnailException e) {
      return new SheetTile(List.of(), List.of(name, e.code().name()));
    }
  }

  private static BufferedImage picture(Thumbnail thumbnail) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(thumbnail.bytes()));
  }
}
