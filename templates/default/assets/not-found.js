// The page for addresses that lead nowhere: leads on where one is nearly right. It goes only to
// what it has seen to be there, so it never goes in a circle.
(async () => {
  "use strict";
  const { root, form, lists, page, find, findElsewhere, say, shown } = Messages;
  document.querySelectorAll("[hidden]").forEach((element) => { element.hidden = false; });
  const rest = location.pathname.slice(root.pathname.length);
  if (!location.pathname.startsWith(root.pathname) || rest === "404.html") {
    return;
  }
  const [, what = ""] = /\/(t|T|flat|raw|t\.mbox|t\.mbox\.gz|t\.atom)(?:\/\d+)?\/*$/.exec(rest) || [];
  const segments = rest.split("/").map((name) => MessageIds.decoded(name).replace(/[<>]/g, ""))
    .filter(Boolean);
  const name = (segments[0] || "").toLowerCase();
  const list = lists.includes(name) ? name : "";

  // Without doubled slashes and brackets, the list in lower case, a slash at the end or none.
  function tidied() {
    const names = list ? [list, ...segments.slice(1)] : segments;
    const path = encodeURI(names.join("/")).replace(/\+/g, "%2B")
      .replace(/\/_\/text\/(help|color|mirror)$/, "/$1"); // as public-inbox has it
    return [`${path}/`, path].map((one) => new URL(one, root))
      .filter((url) => url.pathname !== location.pathname && url.pathname !== root.pathname);
  }

  // A reply has no thread of its own: its page knows the one it is in.
  function thread(message) {
    const view = { T: "flat", "t.mbox": "t.mbox.gz" }[what] || what;
    const links = new DOMParser().parseFromString(message.html, "text/html")
      .querySelectorAll(".thread a[href]");
    for (const link of links) {
      const target = new URL(link.getAttribute("href"), message.url);
      const place = target.pathname.slice(root.pathname.length).replace(/\/\d+\/$|\/$/, "");
      if (target.origin === location.origin && place.endsWith(`/${view}`)) {
        return target;
      }
    }
    return message.url;
  }

  function lead(message) {
    const target = what === "raw" ? new URL("raw", message.url)
      : what ? thread(message) : new URL(message.url);
    // "#u" is this very message, where public-inbox shows its thread; others mean what they say.
    if (location.hash && location.hash !== "#u") {
      target.hash = location.hash;
    }
    location.replace(target);
  }

  say("Looking for it…");
  for (const url of tidied()) {
    if (await page(url) !== null) {
      url.hash = location.hash;
      location.replace(url);
      return;
    }
  }
  const path = (list ? segments.slice(1) : segments).join("/");
  const whole = `/${path}`.replace(MessageIds.suffix, "").slice(1);
  // Whatever stands behind a message's own address leads to the message at least.
  const message = whole.replace(/(@[^/]*)\/.*$/, "$1");
  const ids = [...new Set([whole, message].flatMap(MessageIds.read))];
  if (ids.length === 0) {
    say("");
    return;
  }
  const here = list ? await find(list, ids) : null;
  const elsewhere = here ? [] : await findElsewhere(list, ids);
  if (here || (!list && elsewhere.length > 0)) {
    lead(here || elsewhere[0]);
    return;
  }
  form.elements.id.value = ids[0].includes("@") ? ids[0] : "";
  say(elsewhere.length > 0 ? `${list || "This list"} does not hold ${shown(ids)}. It is in:` : "",
    elsewhere);
})();
