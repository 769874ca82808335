// What happens on the server, as it happens: server-sent events, or questions every 4 s without.

import { fetchIndexerStatus, fetchRuns, fetchThumbnailStats } from "../api.js";

const POLL_MS = 4000;
const NAMES = ["hello", "run", "scan", "thumbnail", "stats", "mounts"];

/**
 * Dispatches an event per message, with what it tells as `detail`, and `state` events (`connected`,
 * `reconnecting`, `offline`). A hidden page listens to nothing: browsers keep only six connections
 * to a server, and many open pages would take them all.
 */
class Live extends EventTarget {
  state = "reconnecting";

  start() {
    document.addEventListener("visibilitychange", () => this.follow());
    addEventListener("pagehide", () => this.close());
    addEventListener("pageshow", () => this.follow());
    this.follow();
  }

  follow() {
    if (document.hidden) {
      this.close();
    } else if (!this.source) {
      this.open();
    }
  }

  open() {
    this.source = new EventSource("/api/events");
    this.source.addEventListener("open", () => {
      clearInterval(this.polling);
      this.polling = null;
      this.change("connected");
    });
    this.source.addEventListener("error", () => this.lost());
    NAMES.forEach((name) =>
      this.source.addEventListener(name, (event) => this.hear(name, JSON.parse(event.data))),
    );
  }

  close() {
    this.source?.close();
    this.source = null;
    clearInterval(this.polling);
    this.polling = null;
    // What happens meanwhile is missed: whoever follows looks again after the next connection.
    this.change("reconnecting");
  }

  /** A browser tries again by itself, but not after an answer that is no stream of events. */
  lost() {
    if (this.state === "connected") {
      this.change("reconnecting");
    }
    if (!this.polling) {
      this.polling = setInterval(() => this.poll(), POLL_MS);
      this.poll();
    }
  }

  /** Asks once more, unless the last answers are still to come. */
  async poll() {
    if (this.isAsking) {
      return;
    }
    if (this.source?.readyState === EventSource.CLOSED) {
      this.open();
    }
    this.isAsking = true;
    try {
      await this.look();
      this.found("reconnecting");
    } catch (failure) {
      this.found(failure.isOffline ? "offline" : "reconnecting");
    } finally {
      this.isAsking = false;
    }
  }

  async look() {
    const [runs, status, stats] = await Promise.all([
      fetchRuns(),
      fetchIndexerStatus(),
      fetchThumbnailStats(),
    ]);
    runs.forEach((run) => this.tell("run", run));
    this.hear("scan", status.scan);
    this.tell("mounts", status.mount_points);
    this.tell("stats", stats);
  }

  /** What an answer shows, unless events came before it, or nobody listens any more. */
  found(state) {
    if (this.polling) {
      this.change(state);
    }
  }

  change(state) {
    if (state !== this.state) {
      this.state = state;
      this.tell("state", state);
    }
  }

  /** A scan that does not run is none. */
  hear(name, detail) {
    this.tell(name, name === "scan" && !detail?.is_running ? null : detail);
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** Calls on each message of a name; answers with how to stop that. */
  on(name, follower) {
    const listener = (event) => follower(event.detail);
    this.addEventListener(name, listener);
    return () => this.removeEventListener(name, listener);
  }
}

export const live = new Live();
