// What is kept for the next visit, where the browser may keep anything at all.

/** What was kept under a name; null for nothing. */
export function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // the visitor has forbidden it
  }
}

/** Keeps a value, or forgets it with the page. */
export function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Forbidden, or full: the page works all the same.
  }
}
