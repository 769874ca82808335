package dev.astrocat.thumbs.demo.serve.admin;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/** The few figures of the JVM that tell whether it is well. Stateless. */
final class JvmMeters {

  private static final double MILLIS = 1e3;

  private JvmMeters() {}

  static void register(PrometheusRegistry registry) {
    Runtime runtime = Runtime.getRuntime();
    gauge(
        registry,
        "jvm_memory_heap_used_bytes",
        "heap in use",
        () -> runtime.totalMemory() - runtime.freeMemory());
    gauge(registry, "jvm_memory_heap_max_bytes", "largest heap", runtime::maxMemory);
    gauge(
        registry,
        "jvm_threads",
        "live threads",
        () -> ManagementFactory.getThreadMXBean().getThreadCount());
    gauge(
        registry,
        "process_uptime_seconds",
        "time since the start",
        () -> ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS);
    CounterWithCallback.builder()
        .name("jvm_gc_seconds_total")
        .help("time spent collecting garbage")
        .callback(callback -> callback.call(gcSeconds()))
        .register(registry);
  }

  private static double gcSeconds() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(GarbageCollectorMXBean::getCollectionTime)
            .filter(millis -> millis > 0)
            .sum()
        / MILLIS;
  }

  private static void gauge(
      PrometheusRegistry registry, String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register(registry);
  }
}
