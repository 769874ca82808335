package dev.astrocat.thumbs.cache.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The process that writes a temporary file, in the file's name. Whether it has ended can be told
 * for certain where it shares a kernel and its process ids with the one that asks; containers share
 * the kernel only, and other hosts neither. Immutable.
 *
 * @param space eight digits that stand for the kernel's run and its table of processes
 * @param pid process id in that table
 * @param started when it was started, in ticks of that kernel: ids are used again
 */
record Writer(String space, long pid, String started) {

  /** Of no table of processes that is known: nobody can tell whether it has ended. */
  private static final String UNKNOWN = "unknown";

  /** What the kernel tells of each process; other systems than Linux have no such folder. */
  private static final Path PROC = Path.of("/proc");

  /** Of the fields behind the program's name: state, and time of start (proc(5)). */
  private static final int STATE = 0;

  private static final int START = 19;

  /** This process. */
  static Writer here() {
    long pid = ProcessHandle.current().pid();
    try {
      String space =
          Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip()
              + Files.readSymbolicLink(PROC.resolve("self/ns/pid"));
      return new Writer(digits(space), pid, stat(pid)[START]);
    } catch (IOException | IndexOutOfBoundsException e) {
      return new Writer(UNKNOWN, pid, "0"); // another system, or one that hides its processes
    }
  }

  /** The writer that a file's name begins with; empty if it tells of none. */
  static Optional<Writer> of(String name) {
    String[] parts = name.split("-", 4);
    try {
      return parts.length < 4
          ? Optional.empty()
          : Optional.of(new Writer(parts[0], Long.parseLong(parts[1]), parts[2]));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether the process that the other one stands for has ended for certain, seen from here. */
  boolean knowsTheEndOf(Writer other) {
    if (space.equals(UNKNOWN) || !space.equals(other.space)) {
      return false;
    }
    try {
      String[] fields = stat(other.pid);
      // Killed, but its parent has not asked for its exit code yet.
      boolean isZombie = fields[STATE].equals("Z") || fields[STATE].equals("X");
      return isZombie || !fields[START].equals(other.started);
    } catch (IOException | IndexOutOfBoundsException e) {
      return !Files.exists(PROC.resolve(Long.toString(other.pid)));
    }
  }

  @Override
  public String toString() {
    return space + "-" + pid + "-" + started;
  }

  /** Fields of a process behind its name, which may hold blanks and brackets itself. */
  private static String[] stat(long pid) throws IOException {
    String line = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
    return line.substring(line.lastIndexOf(')') + 1).strip().split(" ");
  }

  private static String digits(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
