package dev.astrocat.thumbs.demo.worker;

import dev.astrocat.thumbs.CacheException;
import dev.astrocat.thumbs.demo.config.SettingOptions;
import dev.astrocat.thumbs.demo.config.Settings;
import dev.astrocat.thumbs.demo.config.WrongSettings;
import dev.astrocat.thumbs.demo.database.StoreException;
import dev.astrocat.thumbs.demo.node.EndSignal;
import dev.astrocat.thumbs.demo.node.MachineBook;
import dev.astrocat.thumbs.demo.node.Node;
import dev.astrocat.thumbs.demo.node.Role;
import dev.astrocat.thumbs.demo.node.StartWait;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes thumbnails for servers on other machines, until it is told to end. */
@Command(
    name = "worker",
    description = "Make thumbnails for servers that share a database with this process.",
    sortOptions = false)
public final class WorkerCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private SettingOptions options;

  @Override
  public Integer call() throws InterruptedException {
    try {
      return work(sound(options.read(System.getenv())));
    } catch (WrongSettings e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private Settings sound(Settings settings) {
    if (!settings.database().isShared()) {
      throw new ParameterException(
          spec.commandLine(),
          "a worker needs the database of the servers:"
              + " set DATABASE_URL (or --database) to postgresql://user:password@host/name");
    }
    if (settings.workers() == 0) {
      throw new ParameterException(
          spec.commandLine(),
          "a worker without threads does nothing:"
              + " set THUMBNAIL_WORKERS (or --workers) to at least 1");
    }
    return settings;
  }

  private int work(Settings settings) throws InterruptedException {
    EndSignal end = EndSignal.heard();
    StartWait wait = StartWait.forDatabase(settings.database(), end, this::say);
    try (Node node = wait.until(() -> Node.open(settings, Role.WORKER))) {
      say(announcement(settings));
      wait.until(node.machines()::otherCache)
          .ifPresent(host -> say("warning: " + MachineBook.complaint(host)));
      end.await();
      say("ending: what is under way is finished, the rest is handed back");
    } catch (StoreException | CacheException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    return CommandLine.ExitCode.OK;
  }

  private static String announcement(Settings settings) {
    int threads = settings.workers();
    return "making thumbnails with %d %s for %s; thumbnails: %s; progress: %s"
        .formatted(
            threads,
            threads == 1 ? "thread" : "threads",
            settings.database(),
            settings.thumbnails(),
            settings.redis().isPresent() ? "Redis" : "the database");
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
