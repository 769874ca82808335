// Signs, drawn: fonts of signs would be a resource from outside.

import { drawn } from "./dom.js";

const SHAPES = {
  failed: "M12 3 22 20H2zM12 9.5v5M12 17.2v.3",
  unsupported: "M6 3h8l4 4v14H6zM14 3v4h4M9.5 12.5l5 5m0-5-5 5",
  offline: "M4 6h16v5H4zM4 13h16v5H4zM7 8.5h.1M7 15.5h.1M3 3l18 18",
  missing: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5V12l3 2",
  filters: "M4 7h16M7 12h10M10 17h4",
  back: "M19 12H5M11 6l-6 6 6 6",
  left: "M14.5 5 8 12l6.5 7",
  right: "M9.5 5 16 12l-6.5 7",
  empty: "M4 6h16v12H4zM4 15l5-4 4 3 3-2 4 3M15.5 9.5h.1",
};

/** A sign by name, in the colour of the text around it. */
export function icon(name, size = 20) {
  return drawn(
    "svg",
    { viewBox: "0 0 24 24", width: size, height: size, class: "icon", "aria-hidden": "true" },
    drawn("path", { d: SHAPES[name] }),
  );
}
