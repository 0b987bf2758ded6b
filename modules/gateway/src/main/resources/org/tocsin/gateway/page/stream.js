// A stream of server-sent events that comes back by itself, from the last event it saw.

const RETRY = 3000;

/**
 * Follows `path` from `position`. The browser reconnects and resumes when a connection breaks; a
 * refusal (a gateway that is starting) ends an EventSource for good, so that is retried here.
 */
export function follow(path, position, { event, onEvent, onGap, onState }) {
  let source = null;
  let last = position;
  let retry = null;

  function open() {
    source = new EventSource(`${path}?since=${encodeURIComponent(last)}`);
    onState("connecting");
    source.addEventListener("hello", (hello) => {
      last = hello.lastEventId || last;
      onState("live");
    });
    source.addEventListener(event, (message) => {
      last = message.lastEventId || last;
      onEvent(JSON.parse(message.data));
    });
    source.addEventListener("gap", onGap);
    source.addEventListener("error", () => {
      onState("lost");
      if (source.readyState === EventSource.CLOSED) retry = setTimeout(open, RETRY);
    });
  }

  open();
  return {
    /** Opens it anew, where the connection may be dead without having said so. */
    again() {
      clearTimeout(retry);
      source.close();
      open();
    },
    close() {
      clearTimeout(retry);
      source.close();
      return last;
    },
  };
}
