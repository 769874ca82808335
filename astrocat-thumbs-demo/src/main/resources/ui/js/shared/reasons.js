// What error codes mean, in a few words: those of the library, and some of the page.

const REASONS = {
  SOURCE_NOT_FOUND: "File not found",
  NOT_A_REGULAR_FILE: "Not a file any more",
  SOURCE_UNREADABLE: "File cannot be read",
  SOURCE_CHANGED: "Still being written",
  FORMAT_UNKNOWN: "Not a known image",
  FORMAT_UNSUPPORTED: "Format not supported",
  DATA_TRUNCATED: "File is incomplete",
  DATA_MALFORMED: "File is damaged",
  NO_IMAGE: "No image inside",
  NO_VALID_PIXELS: "No valid pixels",
  LIMIT_DIMENSIONS: "Image is too large",
  LIMIT_MEMORY: "Too little memory",
  LIMIT_TIME: "Took too long",
  NATIVE_CRASH: "Could not be decoded",
  CACHE_IO: "Cache not available",
  BUSY: "Server is busy",
  OUT_OF_MEMORY: "Server is busy",
  TOO_MANY_REQUESTS: "Asked too often",
  STORE_UNAVAILABLE: "Database is away",
  THUMBNAIL_MISSING: "Not made yet",
  MOUNT_OFFLINE: "Mount not reachable",
  NOT_FOUND: "Not found",
  OFFLINE: "No connection",
};

/** A few words for a code. */
export const reasonOf = (code) => REASONS[code] ?? "No picture could be made";

/** The same, and the text itself where it is no code. */
export const errorInWords = (text) => REASONS[text] ?? text;

const AGAIN = new Set([
  "SOURCE_UNREADABLE",
  "SOURCE_CHANGED",
  "LIMIT_TIME",
  "CANCELLED",
  "CACHE_IO",
  "HOST_FAILURE",
  "BUSY",
  "OUT_OF_MEMORY",
  "TOO_MANY_REQUESTS",
  "BROWSER",
  "STORE_UNAVAILABLE",
  "THUMBNAIL_MISSING",
  "OFFLINE",
]);

/** What is wrong with an image whose mount is away. */
export const AWAY = { code: "MOUNT_OFFLINE", detail: "", transient: true };

/** What is wrong with an image, by the server's answer: without its mount, no file is there. */
export const problemOf = (image, failure) =>
  image.offline && failure.code === "SOURCE_NOT_FOUND"
    ? AWAY
    : { code: failure.code, detail: failure.message };

/** Whether trying again may help: as the server says, else as the code says. */
export const mayPass = (problem) => problem.transient ?? AGAIN.has(problem.code);
