package dev.astrocat.thumbs.host;

import java.util.Map;
import java.util.Optional;

/**
 * Which run a key has, and its state. Both stand in one field, so that nobody changes the state of
 * a run that another has followed. Immutable.
 */
record RunHead(String run, RunState state) {

  static final String FIELD = "run";

  static Optional<RunHead> of(Map<String, String> fields) {
    return Optional.ofNullable(fields.get(FIELD)).map(RunHead::parse);
  }

  private static RunHead parse(String text) {
    int space = text.indexOf(' ');
    return new RunHead(
        text.substring(0, Math.max(0, space)), RunState.valueOf(text.substring(space + 1)));
  }

  String text() {
    return run + " " + state;
  }

  RunHead with(RunState other) {
    return new RunHead(run, other);
  }
}
