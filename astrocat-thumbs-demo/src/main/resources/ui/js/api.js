// The server's routes. An answer that is not one becomes a Failure.

/** Why there is no answer: words for people, and a stable code. */
export class Failure extends Error {
  constructor(detail, code) {
    super(detail);
    this.code = code;
  }
}

const OFFLINE = new Failure("The server does not answer.", "OFFLINE");

async function ask(url, signal) {
  let answer;
  try {
    answer = await fetch(url, { signal });
  } catch (problem) {
    if (problem.name === "AbortError") {
      throw problem;
    }
    throw OFFLINE;
  }
  if (!answer.ok) {
    throw await failureOf(answer);
  }
  return answer;
}

async function failureOf(answer) {
  try {
    const { detail, code } = await answer.json();
    return new Failure(detail, code);
  } catch {
    return new Failure(`The server answered ${answer.status}.`, `HTTP_${answer.status}`);
  }
}

/** A page of images, from 1. */
export async function fetchImages(page, pageSize, signal) {
  const answer = await ask(`/api/images?page=${page}&page_size=${pageSize}`, signal);
  return answer.json();
}

/** Where a thumbnail is; sizes are grid, card, page, detail. */
export function thumbnailUrl(id, size) {
  return `/api/images/${encodeURIComponent(id)}/thumbnail?size=${size}`;
}

/** Asks again for a thumbnail that did not come, and tells why. */
export async function whyNoThumbnail(url) {
  try {
    await ask(url);
    return new Failure("The browser cannot show this picture.", "BROWSER");
  } catch (failure) {
    return failure;
  }
}
