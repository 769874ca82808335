// Puts the page together.

import { Grid } from "./grid.js";
import { followSize } from "./size.js";
import { followTheme } from "./theme.js";
import { Viewer } from "./viewer.js";

const byId = (id) => document.getElementById(id);
const counted = (n) => n.toLocaleString();

const theme = followTheme(byId("theme"));
const size = followSize(byId("size"));

let viewer;
const told = (shown, total) => {
  byId("banner").hidden = true;
  byId("count").textContent =
    shown === total
      ? `${counted(total)} ${total === 1 ? "image" : "images"}`
      : `${counted(shown)} of ${counted(total)} images`;
  byId("empty").hidden = total > 0;
  byId("empty").textContent =
    total > 0 ? "" : "No images here. Start the server with --library and a folder that has some.";
  viewer.follow();
};
const failed = (failure) => {
  byId("banner").hidden = false;
  byId("banner").textContent = `${failure.message} Scroll or reload to try again.`;
};

const grid = new Grid(byId("grid"), byId("more"), size, told, failed);
viewer = new Viewer(byId("viewer"), grid);

const KEYS = { "+": size.larger, "-": size.smaller, n: theme.toggleNight };

document.addEventListener("keydown", (event) => {
  const busy = event.target.closest("input, select") || event.ctrlKey || event.metaKey;
  if (!busy && KEYS[event.key]) {
    KEYS[event.key]();
  }
});
