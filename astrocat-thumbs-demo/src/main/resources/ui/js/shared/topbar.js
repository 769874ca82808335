// The bar on top of every page: where one is, the look, the theme, and how things go.

import { fetchLibrary } from "../api.js";
import { serverGone } from "./banner.js";
import { byId, fill } from "./dom.js";
import { keep, kept } from "./kept.js";
import { live } from "./live.js";
import { chooseLook, currentLook, followLook, isLookChosen, standardLook } from "./look.js";
import { progressOf } from "./run-words.js";
import { activeRuns, followRuns } from "./runs.js";
import { countOf } from "./words.js";

const STATES = {
  connected: "Connected",
  reconnecting: "Reconnecting",
  offline: "Offline",
};
const HINT = "thumbnailHint";

export function startTopBar() {
  document.querySelectorAll("input[name=look]").forEach((input) => {
    input.addEventListener("change", () => chooseLook(input.value));
  });
  followLook(showLook);
  followRuns(showProgress);
  live.on("state", showState);
  showState(live.state);
  showLook();
  showHint();
  fetchLibrary().then(
    (library) => standardLook(library.look.toLowerCase()),
    () => {},
  );
}

/** Says which of the pages is open. */
export function showPlace(name) {
  for (const link of document.querySelectorAll(".places a")) {
    if (link.dataset.place === name) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  }
}

function showLook() {
  document.querySelector(`input[name=look][value=${currentLook()}]`).checked = true;
}

function showState(state) {
  const dot = byId("live");
  dot.dataset.state = state;
  fill(dot.querySelector(".live-words"), STATES[state]);
  serverGone(state === "offline");
}

function showProgress() {
  const active = activeRuns();
  const share = progressOf(active);
  const line = byId("progress");
  line.hidden = share === null;
  if (share !== null) {
    line.querySelector("span").style.width = `${100 * share}%`;
    line.title = `${countOf(active.length, "run")} at work: ${Math.floor(100 * share)} %`;
    line.setAttribute("aria-label", `${line.title}. Open Admin`);
  }
}

/** One line at the first start, until it is closed or a look is chosen. */
function showHint() {
  const hint = byId("hint");
  const close = () => {
    hint.hidden = true;
    keep(HINT, "seen");
  };
  hint.hidden = kept(HINT) !== null || isLookChosen();
  hint.querySelector("[data-try]").addEventListener("click", () => {
    chooseLook("pixinsight");
    close();
  });
  hint.querySelector("[data-close]").addEventListener("click", close);
}
