// Why there is no picture, where the picture would be.

import { button, element } from "./dom.js";
import { icon } from "./icons.js";
import { mayPass, reasonOf } from "./reasons.js";

const SIGNS = {
  FORMAT_UNSUPPORTED: "unsupported",
  FORMAT_UNKNOWN: "unsupported",
  SOURCE_UNREADABLE: "offline",
  MOUNT_OFFLINE: "offline",
  OFFLINE: "offline",
  THUMBNAIL_MISSING: "missing",
};

/** A sign, the reason in words, the server's detail, the code in small, and Retry where it may help. */
export function failureBox(problem, retry) {
  return element(
    "div",
    { className: "failure" },
    icon(SIGNS[problem.code] ?? "failed", 28),
    element("p", { className: "failure-words" }, reasonOf(problem.code)),
    problem.detail && element("p", { className: "failure-detail", dir: "auto" }, problem.detail),
    element("code", { className: "failure-code" }, problem.code),
    mayPass(problem) && button("Retry", retry, "retry small"),
  );
}
