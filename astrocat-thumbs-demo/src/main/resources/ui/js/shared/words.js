// Numbers, sizes, times and names, as people say them. Nothing here knows the page.

/** 80,002 */
export const counted = (n) => Number(n).toLocaleString("en-US");

/** "1 image", "2 images" */
export const countOf = (n, one, many = `${one}s`) => `${counted(n)} ${n === 1 ? one : many}`;

/** 1.7 MB */
export function sizeInWords(bytes) {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit > 0 && size < 9.95 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}

/** 12 Oct 2025 */
export function dateInWords(iso) {
  return new Date(iso).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
  });
}

/** "12 Oct 2025, 21:07" */
export function momentInWords(iso) {
  const time = new Date(iso).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return `${dateInWords(iso)}, ${time}`;
}

/** "about 1 h 6 min" without the "about" */
export function durationInWords(seconds) {
  if (seconds < 60) {
    return `${Math.max(1, Math.round(seconds))} s`;
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) {
    return `${Math.round(hours / 24)} days`;
  }
  return hours >= 8 || minutes % 60 === 0
    ? `${Math.round(minutes / 60)} h`
    : `${hours} h ${minutes % 60} min`;
}

/** "3 min ago", of an ISO time or of milliseconds since 1970 */
export function agoInWords(time, now = Date.now()) {
  const seconds = (now - new Date(time).getTime()) / 1000;
  return seconds < 5 ? "just now" : `${durationInWords(seconds)} ago`;
}

/** 12.4 below a hundred, whole numbers above. */
export const rateInWords = (rate) => (rate < 99.95 ? rate.toFixed(1) : counted(Math.round(rate)));

/** "300 s", "0.5 s", "1/500 s" */
export function exposureInWords(seconds) {
  return seconds > 0 && seconds < 0.1
    ? `1/${Math.round(1 / seconds)} s`
    : `${Number(seconds.toFixed(2))} s`;
}

/** "master light" for MASTER_LIGHT and master_light alike */
export const plainly = (name) => name.toLowerCase().replaceAll("_", " ");

/** What kind of frame it is: "light", "master dark", "finished" */
export const kindInWords = (kind) =>
  kind.toLowerCase() === "display_ready" ? "finished" : plainly(kind);

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
