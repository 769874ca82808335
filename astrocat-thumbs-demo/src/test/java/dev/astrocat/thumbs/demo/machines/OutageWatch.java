package dev.astrocat.thumbs.demo.machines;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What servers answer while a store is away. One thread at a time. */
final class OutageWatch {

  private static final int PICTURES = 40;
  private static final String REGENERATE = "/api/indexer/thumbnails/regenerate";

  private final List<Visitor> visitors;
  private final List<String> pictures;
  private final List<String> etags = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private Duration slowest = Duration.ZERO;
  private int served;
  private int refusals;

  /** Looks at some pictures at all servers, as people have before something fails. */
  OutageWatch(List<Visitor> visitors, List<JsonNode> images)
      throws IOException, InterruptedException {
    this.visitors = visitors;
    pictures =
        images.stream()
            .limit(PICTURES)
            .map(image -> "/api/images/" + image.get("id") + "/thumbnail")
            .toList();
    for (String picture : pictures) {
      for (Visitor visitor : visitors) {
        Visitor.Answer answer = visitor.get(picture);
        if (visitor.equals(visitors.get(0))) {
          etags.add(answer.etag());
        }
        servedRightly(picture, answer);
      }
    }
  }

  /**
   * Asks all servers for all that, again and again.
   *
   * @param refused paths that must be refused
   * @param answered paths that must be answered
   */
  void during(Duration time, List<String> refused, List<String> answered)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    for (int i = 0; System.nanoTime() < end; i++) {
      Visitor visitor = visitors.get(i % visitors.size());
      servedRightly(
          pictures.get(i % pictures.size()), visitor.get(pictures.get(i % pictures.size())));
      for (String path : refused) {
        refusedRightly(visitor, path, visitor.get(path));
      }
      refusedRightly(visitor, REGENERATE, visitor.post(REGENERATE, "{}"));
      for (String path : answered) {
        if (!visitor.get(path).isOk()) {
          faults.add("not answered: " + path);
        }
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private void servedRightly(String picture, Visitor.Answer answer) {
    String etag = etags.get(pictures.indexOf(picture));
    if (!answer.isOk() || !answer.etag().equals(etag) || answer.body().length == 0) {
      faults.add(picture + ": " + answer.status() + " " + answer.etag() + ", not " + etag);
    }
    served++;
  }

  private void refusedRightly(Visitor visitor, String path, Visitor.Answer answer)
      throws IOException {
    refusals++;
    slowest = answer.time().compareTo(slowest) > 0 ? answer.time() : slowest;
    boolean isTyped =
        answer.status() == 503
            && !answer.retryAfter().isEmpty()
            && visitor.json(answer).path("code").asText().equals("STORE_UNAVAILABLE");
    if (!isTyped) {
      faults.add(path + ": " + answer.status() + " " + new String(answer.body(), UTF_8));
    }
  }

  boolean areAllOk(List<String> paths) throws IOException, InterruptedException {
    boolean areOk = true;
    for (Visitor visitor : visitors) {
      for (String path : paths) {
        areOk &= visitor.get(path).isOk();
      }
    }
    return areOk;
  }

  List<String> faults() {
    return faults;
  }

  /** Of all refusals. */
  Duration slowest() {
    return slowest;
  }

  int pictures() {
    return served;
  }

  int refusals() {
    return refusals;
  }
}
