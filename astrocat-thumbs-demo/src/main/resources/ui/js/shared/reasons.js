// What error codes mean, in a few words.

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
  NATIVE_CRASH: "The decoder crashed on it",
  CACHE_IO: "The cache cannot be written",
  STORE_UNAVAILABLE: "The database is away",
  THUMBNAIL_MISSING: "Not made yet",
  MOUNT_OFFLINE: "Mount not reachable",
  NOT_FOUND: "Not found",
  OFFLINE: "No connection",
};

/** A few words for a code. */
export const reasonOf = (code) => REASONS[code] ?? "No picture could be made";

const AGAIN = new Set([
  "SOURCE_UNREADABLE",
  "SOURCE_CHANGED",
  "LIMIT_TIME",
  "CANCELLED",
  "CACHE_IO",
  "HOST_FAILURE",
  "STORE_UNAVAILABLE",
  "THUMBNAIL_MISSING",
  "OFFLINE",
]);

/** Whether trying again may help: as the server says, else as the code says. */
export const mayPass = (problem) => problem.transient ?? AGAIN.has(problem.code);
