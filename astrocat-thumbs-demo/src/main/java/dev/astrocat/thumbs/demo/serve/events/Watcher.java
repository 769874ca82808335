package dev.astrocat.thumbs.demo.serve.events;

import java.util.function.Consumer;

/** Looks for news. One thread at a time; blocks. */
interface Watcher {

  /** Tells what is new since the last look; at the first look all that is the case. */
  void look(Consumer<News> tell);

  /** Forgets what was told, since nobody has listened. */
  void forget();

  /**
   * Something that happened.
   *
   * @param event name of the event
   * @param key what it is about; the last news of each are told to who comes later. Empty for what
   *     only those need to know who listen already
   * @param data told as JSON
   */
  record News(String event, String key, Object data) {}
}
