/* Notes whatever a page does that could keep or pass on something; each call goes through. */
(() => {
  const noted = (globalThis.noted = []);
  const text = (value) => {
    try {
      return typeof value === "object" ? JSON.stringify(value) : String(value);
    } catch {
      return "?";
    }
  };
  const note = (name, given) => noted.push([name, ...[...given].map(text)]);

  const watchCall = (owner, name) => {
    const real = owner && owner[name];
    if (!real) return;
    owner[name] = function (...given) {
      note(name, given);
      return real.apply(this, given);
    };
  };
  const watchMaking = (name) => {
    const real = globalThis[name];
    if (!real) return;
    const construct = (made, given, as) => {
      note(name, given);
      return Reflect.construct(made, given, as);
    };
    globalThis[name] = new Proxy(real, { construct });
  };
  const watchSetting = (owner, name) => {
    const { get, set } = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, {
      configurable: true,
      get,
      set(value) {
        note(name, [value]);
        set.call(this, value);
      },
    });
  };

  watchCall(History.prototype, "pushState");
  watchCall(History.prototype, "replaceState");
  watchCall(Storage.prototype, "setItem");
  watchCall(IDBFactory.prototype, "open");
  watchCall(globalThis.CacheStorage?.prototype, "open");
  watchCall(globalThis.ServiceWorkerContainer?.prototype, "register");
  watchCall(globalThis.CookieStore?.prototype, "set");
  watchCall(globalThis.Navigation?.prototype, "navigate");
  watchCall(Navigator.prototype, "sendBeacon");
  watchCall(Navigator.prototype, "share");
  watchCall(globalThis.Clipboard?.prototype, "write");
  watchCall(globalThis.Clipboard?.prototype, "writeText");
  watchCall(Document.prototype, "execCommand");
  watchCall(globalThis, "open");
  watchCall(globalThis, "postMessage");
  ["BroadcastChannel", "EventSource", "Notification", "RTCPeerConnection", "SharedWorker",
    "WebSocket", "WebTransport", "Worker", "XMLHttpRequest"].forEach(watchMaking);
  watchSetting(Document.prototype, "cookie");
  watchSetting(Document.prototype, "title");
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    note("violation", [violatedDirective, blockedURI]),
  );
})();
