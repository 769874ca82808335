// One way to ask the server, with failures in words.

/** Why there is no answer: words for people, and a stable code. */
export class Failure extends Error {
  constructor(detail, code, status = 0) {
    super(detail);
    this.code = code;
    this.status = status;
  }

  /** Whether nobody answers, rather than that somebody refuses. */
  get isOffline() {
    return this.code === "OFFLINE";
  }

  get needsToken() {
    return this.status === 401;
  }
}

/** Whether a question was given up by ourselves. */
export const isAborted = (problem) => problem.name === "AbortError";

/** The answer, if it is a good one. */
export async function ask(url, options) {
  let answer;
  try {
    answer = await fetch(url, options);
  } catch (problem) {
    throw isAborted(problem) ? problem : new Failure("The server does not answer.", "OFFLINE");
  }
  if (!answer.ok) {
    throw await failureOf(answer);
  }
  return answer;
}

/** Asks for a change; answers with JSON, or nothing where there is nothing to say. */
export async function send(method, url, body) {
  const headers = body ? { "Content-Type": "application/json" } : {};
  const answer = await ask(url, { method, headers, body: body && JSON.stringify(body) });
  const text = await answer.text();
  return text ? JSON.parse(text) : {};
}

async function failureOf(answer) {
  const usual = `The server answered ${answer.status}.`;
  try {
    const { detail, code } = await answer.json();
    const words = typeof detail === "string" ? detail : usual;
    return new Failure(words, code ?? `HTTP_${answer.status}`, answer.status);
  } catch {
    return new Failure(usual, `HTTP_${answer.status}`, answer.status);
  }
}
