// What the preview adds to a page, after panel.js: it follows the site as its author writes. The published site has none of
// this.
(() => {
  "use strict";
  const script = document.currentScript;
  const { tell, lose } = script.panel;
  const plain = (path) => { try { return decodeURIComponent(path); } catch { return path; } };
  const here = plain(location.pathname);

  // MARK: The page as it was sent
  //
  // Scripts and readers change a page: a menu is opened, a tab chosen, a button added. So what is compared is not the page
  // as it stands but two states as they were sent; only what differs between them is changed. For that each node of the
  // sent page has to be known by its live counterpart, which is noted before any other script runs.

  const live = new WeakMap();
  const outline = (node) => ({ node, inner: [...node.childNodes].map(outline) });
  const atFirst = outline(document.documentElement);
  let sent = null;

  // A template's content hangs beside it.
  const childrenOf = (node) => [...(node instanceof HTMLTemplateElement ? node.content : node).childNodes];

  const pair = (node, { node: counterpart, inner }) => {
    live.set(node, counterpart);
    const children = [...node.childNodes];
    if (children.length === inner.length && children.every((child, at) => child.nodeName === inner[at].node.nodeName)) {
      children.forEach((child, at) => pair(child, inner[at]));
    }
  };

  const parse = (text) => new DOMParser().parseFromString(text, "text/html");
  const tagOf = (page) => page.querySelector('script[src="/.sitegen/preview.js"]')?.dataset.page;

  /// The state that is shown, as it was sent; the browser still has it.
  const rememberSent = async () => {
    if (sent) return;
    const page = parse(await (await fetch(location.href, { cache: "force-cache" })).text());
    if (tagOf(page) !== script.dataset.page) throw new Error("another state");
    pair(page.documentElement, atFirst);
    sent = page;
  };

  // MARK: Changing what differs

  class NeedsReload extends Error {}

  /// Whether it does something; others hold data, for search engines or for scripts.
  const runs = (node) => node.nodeName === "SCRIPT" && /^(module|importmap|(text|application)\/(java|ecma)script)?$/i.test(node.type);

  const liveOf = (node) => {
    const counterpart = live.get(node);
    if (!counterpart?.isConnected) throw new NeedsReload(node.nodeName);
    return counterpart;
  };

  const sheets = [];

  const change = (old, fresh) => {
    const node = liveOf(old);
    live.set(fresh, node);
    if (old.isEqualNode(fresh)) {
      follow(old, fresh);
      return;
    }
    if (old.nodeType !== Node.ELEMENT_NODE) {
      if (old.data !== fresh.data) node.data = fresh.data;
      return;
    }
    if (node !== script && (runs(old) || runs(fresh))) throw new NeedsReload("script");
    if (old.matches("link[rel~=stylesheet]")) {
      swapSheet(node, fresh);
      return;
    }
    changeAttributes(node, old, fresh);
    if (old instanceof HTMLTemplateElement) throw new NeedsReload("template");
    changeChildren(node, old, fresh);
  };

  /// Equal nodes keep their counterparts.
  const follow = (old, fresh) => {
    const counterpart = live.get(old);
    if (counterpart) live.set(fresh, counterpart);
    for (let at = 0; at < old.childNodes.length; at++) follow(old.childNodes[at], fresh.childNodes[at]);
  };

  const changeAttributes = (node, old, fresh) => {
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name)) node.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) {
      if (old.getAttribute(name) !== value) node.setAttribute(name, value);
    }
  };

  const changeChildren = (node, old, fresh) => {
    const [before, after] = [childrenOf(old), childrenOf(fresh)];
    const partners = partnersOf(before, after);
    const kept = new Set(partners.values());
    for (const child of before) if (!kept.has(child)) remove(child);
    let last = null;
    for (const child of after) {
      const partner = partners.get(child);
      if (partner) {
        change(partner, child);
        last = live.get(child);
      } else {
        const made = insert(child);
        if (last) last.after(made);
        else node.prepend(made);
        last = made;
      }
    }
  };

  const remove = (child) => {
    if (runs(child)) throw new NeedsReload("script");
    live.get(child)?.remove();
  };

  const insert = (child) => {
    // A script that comes this way would not run.
    if (runs(child) || [...(child.querySelectorAll?.("script") ?? [])].some(runs)) throw new NeedsReload("script");
    const made = document.importNode(child, true);
    const note = (source, copy) => {
      live.set(source, copy);
      source.childNodes.forEach((inner, at) => note(inner, copy.childNodes[at]));
    };
    note(child, made);
    return made;
  };

  // MARK: Which node has become which

  /// The most pairs that are compared one by one; beyond, only the same beginning and end are found.
  const mostPairs = 250_000;

  const partnersOf = (before, after) => {
    const partners = new Map();
    let start = 0;
    let [endBefore, endAfter] = [before.length, after.length];
    while (start < endBefore && start < endAfter && before[start].isEqualNode(after[start])) {
      partners.set(after[start], before[start]);
      start++;
    }
    while (endBefore > start && endAfter > start && before[endBefore - 1].isEqualNode(after[endAfter - 1])) {
      partners.set(after[--endAfter], before[--endBefore]);
    }
    const [old, fresh] = [before.slice(start, endBefore), after.slice(start, endAfter)];
    let [atOld, atFresh] = [0, 0];
    for (const [equalOld, equalFresh] of [...equals(old, fresh), [old.length, fresh.length]]) {
      // Between two that stayed, those of one kind have become one another, in their order.
      const free = old.slice(atOld, equalOld);
      for (const child of fresh.slice(atFresh, equalFresh)) {
        const match = free.findIndex((other) => resembles(other, child));
        if (match >= 0) partners.set(child, free.splice(0, match + 1)[match]);
      }
      if (equalOld < old.length) partners.set(fresh[equalFresh], old[equalOld]);
      [atOld, atFresh] = [equalOld + 1, equalFresh + 1];
    }
    return partners;
  };

  const resembles = (one, other) =>
    one.nodeName === other.nodeName && (one.id ?? "") === (other.id ?? "") && (one.getAttribute?.("rel") ?? "") === (other.getAttribute?.("rel") ?? "");

  /// The longest run of children, in order, that are the same in both lists.
  const equals = (old, fresh) => {
    if (old.length * fresh.length > mostPairs) return [];
    const key = (node) => node.outerHTML ?? `${node.nodeName}${node.data}`;
    const [olds, freshs] = [old.map(key), fresh.map(key)];
    const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(fresh.length + 1));
    for (let i = old.length - 1; i >= 0; i--) {
      for (let j = fresh.length - 1; j >= 0; j--) {
        lengths[i][j] = olds[i] === freshs[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
    const found = [];
    for (let i = 0, j = 0; i < old.length && j < fresh.length; ) {
      if (olds[i] === freshs[j]) found.push([i++, j++]);
      else if (lengths[i + 1][j] >= lengths[i][j + 1]) i++;
      else j++;
    }
    return found;
  };

  // MARK: Style sheets and pictures

  /// The new sheet takes over once it is there, so that nothing is seen without style.
  const swapSheet = (old, fresh) => {
    const made = document.importNode(fresh, true);
    live.set(fresh, made);
    sheets.push(new Promise((done) => {
      made.addEventListener("load", () => { old.remove(); done(); });
      made.addEventListener("error", () => { old.remove(); done(); });
    }));
    old.after(made);
  };

  const pathOf = (address) => {
    try {
      const url = new URL(address, location.href);
      return url.origin === location.origin ? plain(url.pathname) : null;
    } catch { return null; }
  };

  /// Files whose address stays are asked for again.
  const refreshFiles = (paths) => {
    const stamp = Date.now();
    const renewed = (address) => { const url = new URL(address, location.href); url.searchParams.set("sitegen", stamp); return url.href; };
    for (const link of document.querySelectorAll("link[rel~=stylesheet]")) {
      if (!paths.includes(pathOf(link.href))) continue;
      const made = link.cloneNode();
      made.href = renewed(link.href);
      made.addEventListener("load", () => link.remove());
      link.after(made);
      for (const node of walk(sent?.documentElement)) if (live.get(node) === link) live.set(node, made);
    }
    for (const picture of document.querySelectorAll("img")) {
      if (paths.includes(pathOf(picture.src))) picture.src = renewed(picture.src);
    }
    if ([...document.querySelectorAll("script[src]")].some((one) => one !== script && paths.includes(pathOf(one.src)))) location.reload();
  };

  const walk = function* (node) {
    if (!node) return;
    yield node;
    for (const child of node.childNodes) yield* walk(child);
  };

  // MARK: Following the site

  let tag = script.dataset.page;
  let status = null;
  let busy = Promise.resolve();

  const take = async (note) => {
    if (note.moved && note.moved !== here) return location.replace(note.moved + location.hash);
    if (note.follow && note.follow !== here) return location.assign(note.follow);
    if (status !== null && note.status !== status && (note.status !== 200 || status !== 200)) return location.reload();
    status = note.status;
    if (note.tag && note.tag !== tag) await becomes(note);
    if (note.files.length) refreshFiles(note.files);
    markWaiting(note.waiting);
    tell(note);
    document.documentElement.dataset.sitegenPreview = tag;
  };

  const becomes = async (note) => {
    if (note.status === 500 || tag?.startsWith("broken-")) return location.reload();
    try {
      await rememberSent();
      const fresh = parse(await (await fetch(location.href, { cache: "no-cache" })).text());
      change(sent.documentElement, fresh.documentElement);
      sent = fresh;
      tag = tagOf(fresh);
      await Promise.all(sheets.splice(0));
      document.dispatchEvent(new CustomEvent("sitegen:change"));
    } catch (reason) {
      console.debug("sitegen: reloading,", reason.message);
      location.reload();
      await new Promise(() => {});
    }
  };

  /// Links to what readers do not see yet.
  const markWaiting = (paths) => {
    const waiting = new Set(paths);
    for (const link of document.querySelectorAll("a[href]")) {
      const waits = waiting.has(pathOf(link.href));
      if (waits !== link.hasAttribute("data-sitegen-waits")) link.toggleAttribute("data-sitegen-waits", waits);
    }
  };

  // MARK: The connection
  //
  // Browsers keep six connections to a host. A window that nobody sees gives its own up, and asks when it is seen again.

  let source = null;
  let silence = 0;
  const hear = () => { clearTimeout(silence); silence = 0; };
  const listen = () => {
    if (source || document.hidden) return;
    source = new EventSource(`/.sitegen/events?page=${encodeURIComponent(here)}`);
    source.addEventListener("page", ({ data }) => {
      hear();
      busy = busy.then(() => take(JSON.parse(data))).catch((reason) => console.error("sitegen:", reason));
    });
    // The browser tries again by itself; only who is away for longer is told.
    source.addEventListener("error", () => {
      silence ||= setTimeout(lose, 2000);
    });
  };
  const leave = () => { hear(); source?.close(); source = null; };
  document.addEventListener("visibilitychange", () => (document.hidden ? leave() : listen()));
  addEventListener("pagehide", leave);
  addEventListener("pageshow", listen);
  listen();
})();
