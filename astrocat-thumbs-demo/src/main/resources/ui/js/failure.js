// Why there is no picture, where the picture would be.

import { element } from "./dom.js";
import { reasonOf } from "./words.js";

/** A sign, the reason in words, the server's detail, and the code in small. */
export function failureBox(failure) {
  const sign = element("span", "sign", "!");
  sign.setAttribute("aria-hidden", "true");
  return element(
    "div",
    "failure",
    sign,
    element("p", "words", reasonOf(failure)),
    element("p", "detail", failure.message),
    element("span", "code", failure.code),
  );
}
