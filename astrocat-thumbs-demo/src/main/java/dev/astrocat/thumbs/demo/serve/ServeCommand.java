package dev.astrocat.thumbs.demo.serve;

import dev.astrocat.thumbs.CacheException;
import dev.astrocat.thumbs.ThumbnailGenerator;
import dev.astrocat.thumbs.cache.disk.DiskThumbnailCache;
import dev.astrocat.thumbs.demo.library.DataFolder;
import dev.astrocat.thumbs.demo.library.FolderScan;
import dev.astrocat.thumbs.demo.library.Library;
import dev.astrocat.thumbs.demo.sample.SampleSky;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows folders of images in the browser; a small sample sky when none is named. */
@Command(
    name = "serve",
    description = "Show folders of images in the browser; without any, a small sample sky.",
    sortOptions = false)
public final class ServeCommand implements Callable<Integer> {

  private static final int MAX_PORT = 65_535;

  @Spec private CommandSpec spec;

  @Option(
      names = "--library",
      paramLabel = "DIR",
      description = "folder with images, looked through with all folders below; repeatable")
  private List<String> folders = List.of();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "port to listen on, 0 for any (default: ${DEFAULT-VALUE})",
      defaultValue = "8080")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "address to listen on (default: ${DEFAULT-VALUE}, which only this machine can reach)",
      defaultValue = "127.0.0.1")
  private String host;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "folder for sample images and thumbnails (default: ${DEFAULT-VALUE})",
      defaultValue = "astrocat-thumbs-data")
  private String data;

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > MAX_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port must be 0 to " + MAX_PORT + ", not " + port);
    }
    try {
      return serve(new DataFolder(Path.of(data)));
    } catch (UnknownHostException e) {
      return failure("--host " + host + " is not an address of this machine");
    } catch (JavalinBindException e) {
      return failure(
          "cannot listen on "
              + host
              + " port "
              + port
              + "; it is in use or not ours: choose another with --port or --host");
    } catch (InvalidPathException e) {
      return failure("cannot use the name " + e.getInput() + "; set LC_ALL=C.UTF-8");
    } catch (FileSystemException e) {
      return failure(e.getFile() + ": " + Reasons.of(e));
    } catch (IOException e) {
      return failure(String.valueOf(e.getMessage()));
    } catch (CacheException e) {
      return failure(
          e.getMessage() + "; name another with " + ThumbnailFolder.VARIABLE + " or --data");
    }
  }

  private int serve(DataFolder dataFolder) throws IOException, InterruptedException {
    Path cacheFolder = ThumbnailFolder.of(dataFolder, System.getenv());
    Library library = library(dataFolder, cacheFolder);
    try (ThumbnailGenerator generator =
            ThumbnailGenerator.builder().cache(DiskThumbnailCache.at(cacheFolder)).build();
        DemoServer server = DemoServer.start(library, generator, host, port)) {
      announce(server, library, cacheFolder);
      new CountDownLatch(1).await(); // until the JVM is told to end
    }
    return 0;
  }

  private Library library(DataFolder dataFolder, Path cacheFolder) throws IOException {
    if (!folders.isEmpty()) {
      return FolderScan.of(folders.stream().map(Path::of).toList(), cacheFolder);
    }
    Path sky = dataFolder.sky();
    if (SampleSky.isIn(sky)) {
      say("sample sky: " + sky.toAbsolutePath());
    } else {
      SampleSky.makeIn(sky);
      say("made a sample sky: " + sky.toAbsolutePath());
    }
    return FolderScan.of(List.of(sky), cacheFolder);
  }

  private void announce(DemoServer server, Library library, Path cacheFolder)
      throws UnknownHostException {
    say("thumbnails: " + cacheFolder.toAbsolutePath());
    if (!InetAddress.getByName(host).isLoopbackAddress()) {
      say("warning: everybody who can reach this machine can see these images");
    }
    say(library.size() + " images at " + server.address());
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private int failure(String message) {
    spec.commandLine().getErr().println(message);
    return CommandLine.ExitCode.SOFTWARE;
  }
}
