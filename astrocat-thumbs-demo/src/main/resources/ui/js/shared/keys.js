// Keys of the whole page, and the dialog that tells them.

import { button, element } from "./dom.js";

const TOLD = [
  ["← → ↑ ↓", "walk over the images; left and right: the next image"],
  ["Enter", "open the image"],
  ["/", "search"],
  ["+  −", "larger, smaller pictures"],
  ["r", "make the thumbnail anew"],
  ["l", "the other look"],
  ["n", "night"],
  ["?", "these keys"],
  ["Esc", "back"],
];

/** Calls an action by its key, unless somebody is typing, a dialog is open or it is a shortcut. */
export function followKeys(actionOf) {
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    const typing = target.closest("textarea, select, input:not([type=checkbox], [type=range])");
    const shortcut = event.ctrlKey || event.metaKey || event.altKey;
    if (event.defaultPrevented || shortcut || document.querySelector("dialog[open]")) {
      return;
    }
    const action = typing && event.key !== "Escape" ? null : actionOf(event.key, typing);
    if (action) {
      event.preventDefault();
      action();
    }
  });
}

export function showKeys() {
  const dialog = element("dialog", { className: "question keys", "aria-labelledby": "keys-title" });
  const rows = TOLD.flatMap(([key, what]) => [
    element("dt", {}, element("kbd", {}, key)),
    element("dd", {}, what),
  ]);
  dialog.append(
    element("h2", { id: "keys-title" }, "Keys"),
    element("dl", {}, ...rows),
    element(
      "div",
      { className: "buttons end" },
      button("Close", () => dialog.close()),
    ),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
