// Short messages at the edge. What went wrong stays until it is closed.

import { byId, button, element } from "./dom.js";

const STAYS_MS = 5000;

/** Says that something went well. */
export function told(text) {
  const toast = show(text, "good");
  setTimeout(() => toast.remove(), STAYS_MS);
}

/** Says that something failed, and where to go where that helps. */
export function warned(failure, before = "") {
  const words = before ? `${before} ${failure.message}` : failure.message;
  const toast = show(failure.needsToken ? "This needs the administrator's token." : words, "bad");
  if (failure.needsToken) {
    toast.insertBefore(element("a", { href: "/admin" }, "Enter it"), toast.lastChild);
  }
}

function show(text, kind) {
  const toast = element(
    "div",
    // What goes well is read out when there is time: the list of messages is a live one.
    { className: `toast ${kind}`, ...(kind === "bad" && { role: "alert" }) },
    element("span", { dir: "auto" }, text),
  );
  let had = null;
  toast.addEventListener("focusin", ({ relatedTarget: from }) => {
    had = toast.contains(from) ? had : from;
  });
  const close = button("✕", () => leave(toast, had), "quiet");
  close.setAttribute("aria-label", "Close message");
  toast.append(close);
  byId("toasts").append(toast);
  return toast;
}

/** Focus in a message that goes away returns to where it was. */
function leave(toast, had) {
  toast.remove();
  if (document.activeElement === document.body) {
    (had?.isConnected ? had : byId("content")).focus({ preventScroll: true });
  }
}
