// Why a change is made, as a header: letters beyond Latin-1 travel percent-encoded (RFC 8187), since a header has no others.

export function headersOfWhy(why) {
  const words = why.trim();
  if (!words) return {};
  const plain = /^[\x20-\x7e]*$/.test(words);
  return { "X-Tocsin-Why": plain ? words : `UTF-8''${encodeURIComponent(words)}` };
}
