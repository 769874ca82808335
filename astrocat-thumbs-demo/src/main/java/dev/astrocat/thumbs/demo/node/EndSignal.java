package dev.astrocat.thumbs.demo.node;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a process end in good order when it is told to (SIGTERM, Ctrl-C): the first time the main
 * thread goes on, the second time all ends at once. Thread-safe.
 *
 * <p>The JDK's own way, a shutdown hook, neither hears the second signal nor lets the exit code be
 * 0. Its class for signals makes the compiler warn, so it is called by name; on a JVM without it
 * the process ends at once, as it does after kill -9.
 */
public final class EndSignal {

  private static final Logger log = LoggerFactory.getLogger(EndSignal.class);
  private static final Duration LONGEST_END = Duration.ofSeconds(10);
  private static final int KILLED = 128 + 15;

  private final CountDownLatch told = new CountDownLatch(1);
  private final AtomicInteger times = new AtomicInteger();

  private EndSignal() {}

  /** Hears the signals from now on. */
  public static EndSignal heard() {
    EndSignal end = new EndSignal();
    end.hear("TERM");
    end.hear("INT");
    return end;
  }

  private void hear(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler call = (proxy, method, arguments) -> told();
      Object mine =
          Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, call);
      signal
          .getMethod("handle", signal, handler)
          .invoke(signal, signal.getConstructor(String.class).newInstance(name), mine);
    } catch (ReflectiveOperationException e) {
      log.debug("the signal {} ends this process at once", name, e);
    }
  }

  /** The number of signals so far; nobody looks at it. */
  private int told() {
    int time = times.incrementAndGet();
    if (time > 1) {
      Runtime.getRuntime().halt(KILLED);
    }
    // What does not end by itself is taken up by another process, as after kill -9.
    CompletableFuture.delayedExecutor(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> Runtime.getRuntime().halt(0));
    told.countDown();
    return time;
  }

  /** Waits for the first signal, but not longer than that; whether there was one. */
  boolean isHeardWithin(Duration time) throws InterruptedException {
    return told.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Waits for the first signal. */
  public void await() throws InterruptedException {
    told.await();
  }
}
