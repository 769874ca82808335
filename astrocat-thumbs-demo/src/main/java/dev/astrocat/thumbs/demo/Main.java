package dev.astrocat.thumbs.demo;

import dev.astrocat.thumbs.demo.render.RenderCommand;
import dev.astrocat.thumbs.demo.serve.ServeCommand;
import dev.astrocat.thumbs.demo.worker.WorkerCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code astrocat-thumbs} with its verbs. */
@Command(
    name = "astrocat-thumbs",
    description = "Well-stretched thumbnails of astronomical images.",
    subcommands = {RenderCommand.class, ServeCommand.class, WorkerCommand.class},
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = CommandLine.ScopeType.INHERIT,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all went well", "1:something failed", "2:wrong usage"})
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    // JSON is UTF-8 in every locale, and names should survive where the locale is plain C.
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    int exitCode =
        run(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            arguments);
    System.out.flush();
    System.exit(exitCode);
  }

  /**
   * Runs the command within this JVM.
   *
   * @return 0 when all went well, 1 when something failed, 2 for wrong usage
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false) // a file may be called @m31.fits
        .setParameterExceptionHandler(Main::explain)
        .execute(arguments);
  }

  /** Without a verb nothing can be done. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing verb: render, serve or worker");
  }

  private static int explain(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(problem.getMessage());
    err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
