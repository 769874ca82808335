// Questions before something large or final.

import { button, element } from "./dom.js";

/** Asks; Cancel has the focus. Answers whether to go on. */
export function confirmed(title, text, yes, kind = "") {
  return new Promise((answer) => {
    const dialog = element("dialog", {
      className: "question",
      "aria-labelledby": "question-title",
    });
    const cancel = button("Cancel", () => dialog.close("no"));
    cancel.autofocus = true;
    dialog.append(
      element("h2", { id: "question-title" }, title),
      element("p", {}, text),
      element(
        "div",
        { className: "buttons end" },
        cancel,
        button(yes, () => dialog.close("yes"), kind || "primary"),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
