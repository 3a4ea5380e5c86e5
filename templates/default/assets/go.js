// The form that asks for a Message-ID. Its answer is looked for, not only computed, so that nobody
// is led to a page that is not there; from a disk nothing can be looked for.
const Messages = (() => {
  "use strict";

  const root = new URL("..", document.currentScript.src);
  const form = document.querySelector("form.go");
  const lists = form.dataset.lists.split(" ").filter(Boolean);

  const address = (list, path) =>
    new URL(encodeURI(`${list}/${path}/`).replace(/\+/g, "%2B"), root);

  // The page at an address, or null. Some hosts show the page for what is not there as any other.
  async function page(url) {
    try {
      const answer = await fetch(url);
      const html = answer.ok ? await answer.text() : "";
      return html && !html.includes('id="not-found"') ? html : null;
    } catch {
      return null;
    }
  }

  // The first of these ids that a list holds: where, and its page.
  async function find(list, ids) {
    for (const id of ids) {
      for (const path of MessageIds.paths(id)) {
        const url = address(list, path);
        const html = await page(url);
        if (html !== null) {
          return { list, url, html };
        }
      }
    }
    return null;
  }

  async function findElsewhere(list, ids) {
    const others = lists.filter((other) => other !== list);
    return (await Promise.all(others.map((other) => find(other, ids)))).filter(Boolean);
  }

  function say(text, found = []) {
    const status = form.querySelector("[role=status]");
    status.textContent = text;
    for (const one of found) {
      const link = document.createElement("a");
      link.href = one.url;
      link.textContent = one.list;
      status.append(" ", link);
    }
  }

  const shown = (ids) => `<${ids[0]}>`;

  // Leads to a message of the list, or of any list where none is named; else says where it is.
  async function go(list, ids) {
    if (location.protocol === "file:") {
      // Where addresses are not shown, messages stand at the hash of their ids.
      const paths = MessageIds.paths(ids[0]);
      const hash = "hashed" in form.dataset && !ids[0].startsWith("~");
      const path = paths[hash ? paths.length - 1 : 0];
      location.assign(new URL("index.html", address(list || lists[0], path)));
      return true;
    }
    say("Looking for it…");
    const here = list ? await find(list, ids) : null;
    const elsewhere = here ? [] : await findElsewhere(list, ids);
    if (here || (!list && elsewhere.length > 0)) {
      say("");
      location.assign((here || elsewhere[0]).url);
      return true;
    }
    say(elsewhere.length > 0
      ? `${list} does not hold ${shown(ids)}. It is in:`
      : `${shown(ids)} is not in this archive.`, elsewhere);
    return false;
  }

  function ask(text) {
    const ids = MessageIds.read(text);
    form.elements.id.value = text;
    if (ids.length > 0) {
      go(form.dataset.list || "", ids);
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(form.elements.id.value);
  });

  // Here by the form without its script: from an address like _/go/?id=...
  const asked = new URLSearchParams(location.search).get("id");
  if (asked && /\/_\/go\/(index\.html)?$/.test(location.pathname)) {
    ask(asked);
  }

  return { root, form, lists, address, page, find, findElsewhere, say, shown };
})();
