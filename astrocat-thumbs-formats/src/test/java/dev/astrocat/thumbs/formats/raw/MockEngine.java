package dev.astrocat.thumbs.formats.raw;

import dev.astrocat.thumbs.formats.raw.engine.Development;
import dev.astrocat.thumbs.formats.raw.engine.RawEngine;
import dev.astrocat.thumbs.formats.raw.engine.RawFrame;
import dev.astrocat.thumbs.formats.raw.engine.RawRefusal;
import dev.astrocat.thumbs.formats.raw.worker.Frame;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Obeys the words at the start of a file, inside a real worker process: see {@link MockFile}. */
public final class MockEngine implements RawEngine {

  private final FileOutputStream pipe = new FileOutputStream(FileDescriptor.out);
  private int sequence;

  @Override
  public String version() {
    return "Mock 1.0";
  }

  @Override
  public RawFrame develop(ByteBuffer file, Development wish) throws RawRefusal {
    sequence++;
    byte[] bytes = new byte[file.remaining()];
    file.get(bytes);
    String[] words = new String(bytes, StandardCharsets.US_ASCII).split("[ \\n]");
    try {
      obey(words, wish);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return frame(words);
  }

  /** The picture of a file of these words. */
  static RawFrame frame(String[] words) {
    int width = Integer.parseInt(words[2]);
    int height = Integer.parseInt(words[3]);
    int channels = Integer.parseInt(words[4]);
    short[] samples = new short[width * height * channels];
    int seed = Integer.parseInt(words[5]);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (seed * 31 + i * 7);
    }
    return new RawFrame(
        width, height, channels, samples, 2 * width, 2 * height, 6, "Mock Camera", "mocked");
  }

  private void obey(String[] words, Development wish)
      throws IOException, InterruptedException, RawRefusal {
    switch (words[0]) {
      case "GOOD" -> {}
      case "WISH" -> throw new RawRefusal(RawRefusal.Reason.UNSUPPORTED, wish.toString());
      case "LOOK" -> throw new RawRefusal(RawRefusal.Reason.UNSUPPORTED, surroundings(words[1]));
      case "SIGNAL" -> signal(words[1]);
      case "EXIT" -> Runtime.getRuntime().halt(Integer.parseInt(words[1]));
      case "THROW" -> throw new IllegalStateException("as told");
      case "REFUSE" -> throw new RawRefusal(RawRefusal.Reason.valueOf(words[1]), "as told");
      case "SPIN" -> spin();
      case "ALLOCATE" -> allocate();
      case "ALLOCATE_DIRECT" -> allocateDirect();
      case "GARBAGE" ->
          pipe.write(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
      case "HALF" -> {
        pipe.write(Frame.of(sequence, new byte[100]).array(), 0, 60);
        Runtime.getRuntime().halt(0);
      }
      case "BODY" -> pipe.write(Frame.of(sequence, new byte[100]).array());
      case "LONG_BODY" -> pipe.write(Frame.of(sequence, new byte[1 << 20]).array());
      case "OTHER_SEQUENCE" -> pipe.write(Frame.of(sequence + 1, new byte[8]).array());
      case "CHATTER" -> chatter();
      case "BEHIND" -> later(words[1]);
      case "COMPLAIN" -> System.err.println("x".repeat(1 << 20));
      case "PRINT" -> System.out.println("x".repeat(1 << 18));
      default -> throw new RawRefusal(RawRefusal.Reason.UNSUPPORTED, "no such word");
    }
  }

  /** Whether a port of this machine can be reached, and what the system says of this process. */
  private static String surroundings(String port) throws IOException {
    StringBuilder seen = new StringBuilder();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
      seen.append("connected ").append(socket.getPort());
    } catch (IOException e) {
      seen.append("alone");
    }
    for (String file : List.of("/proc/self/status", "/proc/self/limits")) {
      for (String line : Files.readAllLines(Path.of(file))) {
        if (line.matches("(NoNewPrivs|CapEff|Max address).*")) {
          seen.append(", ").append(line.replaceAll("\\s+", " "));
        }
      }
    }
    return seen.toString();
  }

  private static void signal(String name) throws IOException, InterruptedException {
    String pid = String.valueOf(ProcessHandle.current().pid());
    // The shell's own kill: a minimal Debian does not have the program.
    new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid).start().waitFor();
    Thread.sleep(60_000);
  }

  private static void spin() {
    for (long i = 0; i >= 0; i += 2) {
      i--;
    }
  }

  private static void allocate() {
    List<byte[]> all = new ArrayList<>();
    while (!all.contains(new byte[0])) {
      all.add(new byte[1 << 20]);
    }
  }

  private static void allocateDirect() {
    List<ByteBuffer> all = new ArrayList<>();
    while (all.size() < 1 << 20) {
      all.add(ByteBuffer.allocateDirect(64 << 20));
    }
  }

  /** Writes between the bytes of the answer, as native code does that prints. */
  private void chatter() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  pipe.write(7);
                  begun.countDown();
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    begun.await();
  }

  /** Writes behind the answer, before or after the next request. */
  private void later(String millis) {
    Thread thread =
        new Thread(
            () -> {
              try {
                Thread.sleep(Long.parseLong(millis));
                pipe.write(new byte[20]);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
