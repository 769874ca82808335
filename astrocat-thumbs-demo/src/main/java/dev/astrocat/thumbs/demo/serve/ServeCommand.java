package dev.astrocat.thumbs.demo.serve;

import dev.astrocat.thumbs.CacheException;
import dev.astrocat.thumbs.demo.catalog.Mount;
import dev.astrocat.thumbs.demo.config.ListenOptions;
import dev.astrocat.thumbs.demo.config.Listening;
import dev.astrocat.thumbs.demo.config.SettingOptions;
import dev.astrocat.thumbs.demo.config.Settings;
import dev.astrocat.thumbs.demo.config.WrongSettings;
import dev.astrocat.thumbs.demo.database.Leases;
import dev.astrocat.thumbs.demo.database.StoreException;
import dev.astrocat.thumbs.demo.index.Indexer;
import dev.astrocat.thumbs.demo.index.IndexerParts;
import dev.astrocat.thumbs.demo.node.EndSignal;
import dev.astrocat.thumbs.demo.node.Node;
import dev.astrocat.thumbs.demo.node.Role;
import dev.astrocat.thumbs.demo.node.StartWait;
import dev.astrocat.thumbs.demo.sample.SampleSky;
import dev.astrocat.thumbs.demo.serve.admin.Meters;
import dev.astrocat.thumbs.demo.serve.http.AdminKey;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows folders of images in the browser; a small sample sky when none is named. */
@Command(
    name = "serve",
    description = "Show folders of images in the browser; without any, a small sample sky.",
    sortOptions = false)
public final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private SettingOptions options;

  @Mixin private ListenOptions listen;

  @Override
  public Integer call() throws InterruptedException {
    try {
      return serve(options.read(System.getenv()), listen.read(System.getenv()));
    } catch (WrongSettings e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private int serve(Settings settings, Listening at) throws InterruptedException {
    try {
      return run(settings, at);
    } catch (UnknownHostException e) {
      return failure("--host " + at.host() + " is not an address of this machine");
    } catch (JavalinBindException e) {
      return failure(
          "cannot listen on %s port %d; it is in use or not ours: choose another with --port or --host"
              .formatted(at.host(), at.port()));
    } catch (FileSystemException e) {
      return failure(e.getFile() + ": " + Reasons.of(e));
    } catch (IOException | StoreException e) {
      return failure(String.valueOf(e.getMessage()));
    } catch (CacheException e) {
      return failure(e.getMessage() + "; name another with THUMBNAIL_CACHE_PATH or --thumbnails");
    }
  }

  private int run(Settings settings, Listening at) throws IOException, InterruptedException {
    prepareSky(settings);
    Access access = Access.of(settings, at);
    EndSignal end = EndSignal.heard();
    StartWait wait = StartWait.forDatabase(settings.database(), end, this::say);
    Meters meters = new Meters();
    try (Node node = wait.until(() -> Node.open(settings, Role.SERVE, meters));
        Indexer indexer = indexer(node, wait.until(node.catalog()::mounts));
        DemoServer server =
            DemoServer.start(
                node, indexer, new AdminKey(access.token(), InstantSource.system()), meters, at)) {
      indexer.start(settings.scanEvery());
      say("thumbnails: " + settings.thumbnails());
      access.words(server.address()).forEach(this::say);
      end.await();
      say("ending: what is under way is finished, the rest is handed back");
    }
    return CommandLine.ExitCode.OK;
  }

  private Indexer indexer(Node node, List<Mount> mounts) throws FileSystemException {
    List<Path> known = mounts.stream().map(Mount::path).toList();
    ImageFolders.warnings(node.settings().imagePaths(), known).forEach(this::say);
    return new Indexer(
        node.settings(),
        new IndexerParts(
            node.catalog(),
            new Leases(node.database()),
            node.progress(),
            node.bulk(),
            node.generator()));
  }

  /** The sample sky, made when it is not there, unless folders are named. */
  private void prepareSky(Settings settings) throws IOException {
    Path sky = settings.data().sky().toAbsolutePath().normalize();
    if (settings.imagePaths().isEmpty() && !SampleSky.isIn(sky)) {
      SampleSky.makeIn(sky);
      say("made a sample sky: " + sky);
    } else if (settings.imagePaths().isEmpty()) {
      say("sample sky: " + sky);
    }
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
