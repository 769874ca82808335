// Buttons that start something on the server.

import { told, warned } from "./toast.js";

/**
 * Runs an action while its button, and no other, is disabled and says so. The action answers with
 * what to tell, or nothing. Focus stays at the button.
 */
export async function whileBusy(button, words, action) {
  const [usual, had] = [button.textContent, document.activeElement === button];
  button.disabled = true;
  button.textContent = words;
  button.setAttribute("aria-busy", "true");
  try {
    const result = await action();
    if (result) {
      told(result);
    }
  } catch (failure) {
    warned(failure);
  } finally {
    button.disabled = false;
    button.textContent = usual;
    button.removeAttribute("aria-busy");
    if (had && document.activeElement === document.body) {
      button.focus();
    }
  }
}
