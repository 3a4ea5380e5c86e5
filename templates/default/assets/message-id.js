// From what people paste to the path of a message: the rules by which the archive makes its
// addresses (see "Addresses" in ARCHITECTURE.md). No browser feature is needed that a page
// from a disk or over plain http would lack.
const MessageIds = (() => {
  "use strict";

  const taken = ["authors", "subjects", "attachments", "search", "stats", "help", "color",
    "mirror", "assets", "index.html", "_"];
  const segment = /^(?![.~])[A-Za-z0-9._~!$&'()+,;=@-]*[A-Za-z0-9_~!$&'()+,;=@-]$/;
  const device = /^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)/i;

  // Whether an id can be a path as it is.
  function standsForItself(id) {
    const segments = id.split("/");
    const at = id.indexOf("@");
    if (id.length > 180 || segments.length > 4 || at < id.lastIndexOf("/") + 1) {
      return false;
    }
    if (!segments.every((name) => segment.test(name) && !device.test(name))) {
      return false;
    }
    const first = segments[0].toLowerCase();
    return segments.length === 1 || !(taken.includes(first) || /^\d{4}(-\d\d)?$/.test(first));
  }

  // The places where a message may be: another spelling of an id can have claimed the first.
  function paths(id) {
    const own = standsForItself(id) || /^~[a-z2-7]{26}$/.test(id);
    return own ? [id, hashed(id)] : [hashed(id)];
  }

  // "~" and the first 26 characters of the base32 of the SHA-256.
  function hashed(id) {
    let text = "~";
    let bits = 0;
    let count = 0;
    for (const byte of sha256(new TextEncoder().encode(id))) {
      bits = (bits << 8) | byte;
      for (count += 8; count >= 5 && text.length < 27; bits &= (1 << count) - 1) {
        count -= 5;
        text += "abcdefghijklmnopqrstuvwxyz234567"[bits >> count];
      }
    }
    return text;
  }

  const K = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2];

  // FIPS 180-4; browsers keep theirs from pages that did not come over https.
  function sha256(bytes) {
    const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
    padded.set(bytes);
    padded[bytes.length] = 0x80;
    const view = new DataView(padded.buffer);
    view.setUint32(padded.length - 4, bytes.length * 8);
    const h = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab,
      0x5be0cd19];
    const w = new Int32Array(64);
    const turn = (x, n) => (x >>> n) | (x << (32 - n));
    for (let block = 0; block < padded.length; block += 64) {
      for (let i = 0; i < 64; i++) {
        const a = w[i - 15];
        const b = w[i - 2];
        w[i] = i < 16 ? view.getInt32(block + 4 * i)
          : w[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + w[i - 7]
            + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
      }
      let s = h.slice();
      for (let i = 0; i < 64; i++) {
        const [a, b, c, d, e, f, g, last] = s;
        const one = last + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i]
          + w[i];
        const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        s = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
      }
      s.forEach((value, i) => { h[i] = (h[i] + value) | 0; });
    }
    return h.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff));
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text; // its % is no escape
    }
  }

  // The text inside the first <...>, or all of it without stray brackets.
  function bracketed(text) {
    const inside = /<([^<>]+)>/.exec(text);
    return (inside ? inside[1] : text.replace(/[<>]/g, "")).replace(/[\s\0-\x1f]/g, "");
  }

  // What stands behind a message's address on a site like this one.
  const suffix = /\/(?:(?:t|T|flat)(?:\/\d+)?|raw|R|d|t\.mbox|t\.mbox\.gz|t\.atom|index\.html)?\/*$/;

  // The ids that the address of a message in any archive may hold, likeliest first.
  function inAddress(address) {
    const segments = address.pathname.replace(suffix, "").split("/").filter(Boolean)
      .map((name) => bracketed(decoded(name)));
    const asked = [...address.searchParams.values()].filter((value) => value.includes("@"));
    let at = segments.length - 1;
    while (at > 0 && !segments[at].includes("@")) {
      at--;
    }
    if (!(segments[at] || "").includes("@")) {
      return asked.length > 0 ? asked.map(bracketed) : segments.slice(-1);
    }
    return [0, 1, 2, 3].filter((more) => more <= at)
      .map((more) => segments.slice(at - more, at + 1).join("/"));
  }

  function parsed(text) {
    try {
      return /^https?:\/\/[^/]/i.test(text) ? new URL(text) : null;
    } catch {
      return null;
    }
  }

  // The ids that a text may mean, likeliest first: an id with or without its brackets, its header
  // or "mid:", percent-encoded or not, or the address of a message here or in another archive.
  function read(text) {
    const asked = text.trim();
    const address = parsed(asked);
    let ids;
    if (address) {
      ids = inAddress(address);
    } else {
      const name = /^(?:message-id|in-reply-to|rfc822msgid|msgid|mid|id)\s*:\s*(?=\S)/i;
      const bare = asked.replace(name, "").replace(/^"(.*)"$/, "$1");
      ids = [bracketed(decoded(bare)), bracketed(bare)];
    }
    return [...new Set(ids.filter(Boolean))];
  }

  return { read, paths, decoded, suffix };
})();
