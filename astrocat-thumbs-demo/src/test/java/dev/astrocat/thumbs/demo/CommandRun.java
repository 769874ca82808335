package dev.astrocat.thumbs.demo;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * What the command did in this JVM.
 *
 * @param exitCode as the shell would see it
 * @param out standard output
 * @param err standard error
 */
public record CommandRun(int exitCode, String out, String err) {

  /** Runs it. */
  public static CommandRun of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int exitCode = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }

  /** Lines of standard output. */
  public List<String> lines() {
    return out.lines().toList();
  }
}
