package dev.astrocat.thumbs.demo.render;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** A bar on the terminal while files are being rendered; silent where nobody looks. Thread-safe. */
final class Progress {

  private static final int CELLS = 30;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintWriter terminal;
  private final int total;
  private final boolean visible;
  private int done;

  private Progress(PrintWriter terminal, int total, boolean visible) {
    this.terminal = terminal;
    this.total = total;
    this.visible = visible;
  }

  /** A bar on standard error if that is a terminal and there is more than one file. */
  static Progress on(PrintWriter stderr, int total) {
    return new Progress(stderr, total, total > 1 && isTerminal());
  }

  /** One more file is through. */
  synchronized void advance() {
    done++;
    draw();
  }

  /** Prints something without the bar in between. */
  synchronized void aside(Runnable printing) {
    if (visible) {
      terminal.print(CLEAR_LINE);
      terminal.flush();
    }
    printing.run();
    draw();
  }

  /** Takes the bar away. */
  synchronized void finish() {
    if (visible) {
      terminal.print(CLEAR_LINE);
      terminal.flush();
    }
  }

  private void draw() {
    if (visible) {
      int filled = (int) ((long) CELLS * done / total);
      terminal.print(
          CLEAR_LINE
              + "["
              + "#".repeat(filled)
              + ".".repeat(CELLS - filled)
              + "] "
              + done
              + " of "
              + total);
      terminal.flush();
    }
  }

  /** Java only knows whether input and output are terminals; Linux also tells about errors. */
  @SuppressWarnings("SystemConsoleNull") // a bar too many does no harm
  private static boolean isTerminal() {
    Path stderr = Path.of("/proc/self/fd/2");
    if (!Files.isSymbolicLink(stderr)) {
      return System.console() != null;
    }
    try {
      String target = Files.readSymbolicLink(stderr).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return System.console() != null;
    }
  }
}
