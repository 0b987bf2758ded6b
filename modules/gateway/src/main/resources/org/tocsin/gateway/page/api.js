// What the pages ask of the gateway, and how it refuses.

/** An answer that refuses: `problem` as in RFC 9457, its `errors` each with a `pointer` and a `message`. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || `refused with ${status}`);
    this.status = status;
    this.problem = problem;
    this.errors = problem.errors ?? [];
  }
}

export async function get(path) {
  return (await send("GET", path)).body;
}

/**
 * Sends `body` (an object goes as JSON, a string as it is, with the type that `headers` say) and gives { status, etag, body }.
 * Throws a Refused for any status of 400 and more.
 */
export async function send(method, path, body, headers = {}) {
  const isText = typeof body === "string";
  const response = await fetch(path, {
    method,
    headers: { Accept: "application/json", ...(body === undefined || isText ? {} : { "Content-Type": "application/json" }), ...headers },
    body: body === undefined || isText ? body : JSON.stringify(body),
  });
  // The session has ended: sign in again, and come back here.
  if (response.status === 401) location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`);
  const type = response.headers.get("Content-Type") ?? "";
  const said = type.includes("json") ? await response.json() : await response.text();
  if (!response.ok) throw new Refused(response.status, typeof said === "object" ? said : { detail: `${path} answered ${response.status}` });
  return { status: response.status, etag: response.headers.get("ETag"), body: said };
}
