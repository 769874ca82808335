// What codes, sizes and dates are called.

const REASONS = {
  SOURCE_NOT_FOUND: "The file is gone",
  NOT_A_REGULAR_FILE: "Not a file any more",
  SOURCE_UNREADABLE: "The file cannot be read",
  SOURCE_CHANGED: "Still being written",
  FORMAT_UNKNOWN: "No decoder knows this file",
  FORMAT_UNSUPPORTED: "This kind is not supported",
  DATA_TRUNCATED: "The file is cut off",
  DATA_MALFORMED: "The file is damaged",
  NO_IMAGE: "There is no picture in it",
  NO_VALID_PIXELS: "There is nothing but gaps in it",
  LIMIT_DIMENSIONS: "The picture is too large",
  LIMIT_MEMORY: "The picture needs too much memory",
  LIMIT_TIME: "It took too long",
  OFFLINE: "No connection",
};

/** A few words for a failure. */
export function reasonOf(failure) {
  return REASONS[failure.code] ?? "No picture could be made";
}

/** 1.7 MB */
export function sizeInWords(bytes) {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit > 0 && size < 10 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}

/** 12 Oct 2025 */
export function dateInWords(iso) {
  return new Date(iso).toLocaleDateString(undefined, {
    day: "numeric",
    month: "short",
    year: "numeric",
  });
}
