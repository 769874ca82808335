// Keys of the whole page, and the dialog that tells them.

import { button, element } from "./dom.js";

const TOLD = {
  "In the grid": [
    [["←", "→", "↑", "↓"], "walk from image to image"],
    [["Page Up", "Page Down", "Home", "End"], "walk far"],
    [["Enter"], "open the image"],
    [["+", "−"], "larger, smaller pictures"],
  ],
  "At an image": [[["←", "→"], "the image before, the next one"]],
  Everywhere: [
    [["/"], "search"],
    [["r"], "regenerate the picture"],
    [["l"], "the other look: AstroCat or PixInsight"],
    [["n"], "night, and back to day"],
    [["?"], "these keys"],
    [["Esc"], "back"],
  ],
};

/** Calls an action by its key, unless somebody is typing, a dialog is open or it is a shortcut. */
export function followKeys(actionOf) {
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    const typing = target.closest("textarea, select, input:not([type=checkbox], [type=radio], [type=range])");
    const shortcut = event.ctrlKey || event.metaKey || event.altKey;
    const choosing = event.key.startsWith("Arrow") && target.matches("[type=radio], [type=range]");
    if (event.defaultPrevented || shortcut || choosing || document.querySelector("dialog[open]")) {
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
  dialog.append(
    // It has the focus, not the button at the end: one reads from the top.
    element("h2", { id: "keys-title", tabIndex: -1, autofocus: true }, "Keys"),
    ...Object.entries(TOLD).flatMap(([where, keys]) => [
      element("h3", {}, where),
      element("dl", {}, ...keys.flatMap(([names, what]) => told(names, what))),
    ]),
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

const told = (names, what) => [
  element("dt", {}, ...names.map((name) => element("kbd", {}, name))),
  element("dd", {}, what),
];
