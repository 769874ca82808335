// The server's routes. An answer that is not one becomes a Failure.

import { Failure, ask, send } from "./shared/ask.js";

const json = async (url, signal) => (await ask(url, { signal })).json();
const idOf = (id) => encodeURIComponent(id);

/** A page of images, from 1; `filters` are URLSearchParams. */
export function fetchImages(filters, page, pageSize, signal) {
  const query = new URLSearchParams(filters);
  query.set("page", page);
  query.set("page_size", pageSize);
  return json(`/api/images?${query}`, signal);
}

export const fetchFacets = (filters, signal) => json(`/api/images/facets?${filters}`, signal);

/** Folders below one, or the mounts. */
export async function fetchFolders(parent) {
  const query = new URLSearchParams(parent ? { parent } : {});
  return (await json(`/api/folders?${query}`)).folders;
}

export const fetchImage = (id, signal) => json(`/api/images/${idOf(id)}`, signal);

export const fetchNeighbours = (id, filters, signal) =>
  json(`/api/images/${idOf(id)}/neighbours?${filters}`, signal);

export const explainImage = (id, choice, signal) =>
  json(`/api/images/${idOf(id)}/explain?${new URLSearchParams(choice)}`, signal);

/** Where a thumbnail is; sizes are grid, card, page, detail. */
export function thumbnailUrl(id, size, more = {}) {
  return `/api/images/${idOf(id)}/thumbnail?${new URLSearchParams({ size, ...more })}`;
}

export const annotationUrl = (id) => `/api/images/${idOf(id)}/annotated`;

export const downloadUrl = (id, format) => `/api/images/${idOf(id)}/download?format=${format}`;

/** The bytes of a thumbnail, as a Blob. */
export async function fetchImageThumbnail(id, { size = "page", signal, ...more } = {}) {
  return (await ask(thumbnailUrl(id, size, more), { signal })).blob();
}

/** Asks again for a picture that did not come, and tells why. */
export async function whyNoPicture(url, signal) {
  try {
    const answer = await ask(url, { signal });
    answer.body?.cancel();
    return new Failure("The browser cannot show this picture.", "BROWSER");
  } catch (failure) {
    return failure;
  }
}

/** Keeps a choice: look, stretch, subframe or subtype. Answers with the image. */
export const changeImage = (id, change) => send("PUT", `/api/images/${idOf(id)}`, change);

export const regenerateThumbnail = (id) =>
  send("POST", `/api/images/${idOf(id)}/thumbnail/regenerate`);

export const fetchThumbnailStats = () => json("/api/indexer/thumbnails/stats");

export const clearThumbnailCache = () => send("POST", "/api/indexer/thumbnails/clear");

/** All images; `renewal` is forced, missing, needed, stale or failed. */
export const regenerateThumbnails = (renewal = "forced") =>
  send("POST", "/api/indexer/thumbnails/regenerate", { renewal });

/** The images at or below a path: `mount/folder`. */
export const triggerBulkThumbnails = (path, renewal) =>
  send("POST", "/api/indexer/batch/thumbnails", renewal ? { path, renewal } : { path });

export const triggerScan = (path) => send("POST", "/api/indexer/scan", path ? { path } : {});

export const fetchIndexerStatus = (signal) => json("/api/indexer/status", signal);

export const fetchRuns = async (signal) => (await json("/api/indexer/bulk", signal)).runs;

/** What to do is cancel, pause or resume. */
export const steerRun = (key, what) =>
  send("POST", `/api/indexer/bulk/${encodeURIComponent(key)}/${what}`);

export const fetchFailures = async () => (await json("/api/indexer/failures")).groups;

export const fetchFailedImages = (code, page, pageSize) =>
  json(`/api/indexer/failures/${encodeURIComponent(code)}?page=${page}&page_size=${pageSize}`);

export const retryFailures = (code) =>
  send("POST", "/api/indexer/failures/retry", code ? { code } : {});

export const fetchLibrary = () => json("/api/library");

export const fetchMachines = () => json("/api/admin/machines");

export const fetchSession = () => json("/api/session");

export const login = (token) => send("POST", "/api/login", { token });

export const logout = () => send("POST", "/api/logout");
