"use strict";
// Makes the page interactive. Texts of the report reach the page as text nodes and attributes alone, never as markup.
(() => {
  const PAGE = 100;
  const PRINTED = 1000;
  const SEVERITIES = ["critical", "high", "medium", "unknown", "low", "negligible"];
  const root = document.documentElement;
  const $ = id => document.getElementById(id);
  const number = n => n.toLocaleString("en-US");
  const percent = part => (part * 100).toFixed(1) + " %";
  const words = word => word.replaceAll("-", " ");

  /** An element: h("a", {href}, child, …); children are texts or elements, false ones are left out. */
  function h(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      element.setAttribute(name, value);
    }
    element.append(...children.flat().filter(Boolean));
    return element;
  }

  // ---- facts: arrays with numbers of texts become objects ----
  const facts = JSON.parse($("facts").textContent);
  const text = number => facts.texts[number];
  const instructions = new Map(facts.layers.map(([index, instruction]) => [index, text(instruction)]));
  const chunks = (list, size) => Array.from({length: list.length / size}, (_, i) => list.slice(i * size, i * size + size));
  const isBase = layer => layer >= 0 && layer < facts.base;

  const packages = facts.packages.map(([type, name, version, purl, licenses, places, os]) => ({
    type: text(type), name: text(name), version: text(version), purl: text(purl), licenses, os,
    places: chunks(places, 2).map(([path, layer]) => ({path: text(path), layer})),
    findings: 0
  }));
  const findings = facts.findings.map(([id, severity, status, stands, about, detail, fresh, fix, proof, fingerprint], rank) => {
    const [ids, fixed, cvss, stated, threat, cwes, sources, summary, references, folded] = facts.details[detail];
    const installed = packages[about];
    if (stands) {
      installed.findings++;
    }
    return {
      rank, id: text(id), severity: text(severity), status: text(status), stands, fresh, fix: text(fix), proof,
      fingerprint: text(fingerprint), installed, ids: chunks(ids, 2), fixed, cvss, stated, cwes, sources, summary: text(summary),
      references, folded: text(folded), layer: installed.places[0].layer,
      exploited: text(threat[0]), ransomware: threat[1], epss: threat[2], percentile: threat[3], risk: threat[4]
    };
  });

  // ---- rows ----
  function layerMark(layer) {
    const title = !facts.base ? "layer" : isBase(layer) ? "layer of the base image" : "own layer";
    return layer >= 0 && h("span", {class: isBase(layer) ? "layer base" : "layer", title}, "#" + layer);
  }

  function where(installed) {
    const first = installed.places[0];
    const place = installed.os && instructions.get(first.layer) || first.path;
    return [
      layerMark(first.layer), h("small", {title: place}, place),
      installed.places.length > 1 && h("span", {class: "more"}, "+" + (installed.places.length - 1))
    ];
  }

  const severityMark = severity => h("span", {class: "sev " + severity}, severity);

  function row(f) {
    const summary = h("summary", null,
      h("span", {class: "c-sev"}, severityMark(f.severity)),
      h("span", {class: "c-id"}, h("b", null, f.id),
        f.exploited && h("span", {class: "tag kev"}, "exploited"),
        f.fresh && h("span", {class: "tag new"}, "new"),
        f.status !== "affected" && h("span", {class: "tag"}, words(f.status)),
        h("small", null, f.summary)),
      h("span", {class: "c-pkg"}, h("b", null, f.installed.name),
        h("small", null, f.installed.version + " · " + f.installed.type)),
      h("span", {class: f.fixed.length ? "c-fix fixed" : "c-fix"}, f.fix),
      h("span", {class: "c-risk"}, f.risk > 0 ? f.risk.toFixed(1) : "–",
        f.epss >= 0 && h("small", null, "EPSS " + percent(f.epss))),
      h("span", {class: "c-where"}, where(f.installed)));
    const details = h("details", {class: "f", "data-severity": f.severity}, summary);
    const fill = () => details.children.length === 1 && details.append(panel(f));
    details.addEventListener("toggle", fill);
    if (asked("finding")) {
      fill();
      details.open = true;
    }
    return details;
  }

  // ---- panel ----
  const block = (title, ...content) => h("section", null, h("h4", null, title), ...content);
  const wide = (title, ...content) => h("section", {class: "wide"}, h("h4", null, title), ...content);
  const link = (label, address) => /^https?:\/\//.test(address)
    ? h("a", {href: address, rel: "noopener noreferrer", target: "_blank"}, label) : label;
  const list = items => h("ul", null, items.filter(Boolean).map(item => h("li", null, item)));

  function panel(f) {
    return h("div", {class: "panel"},
      f.summary && h("p", {class: "lead"}, f.summary),
      f.folded && h("p", {class: "note"}, "Folded: " + f.folded),
      block("Why it is reported", h("ol", {class: "proof"},
        chunks(f.proof, 2).map(([what, step]) => h("li", null, h("i", null, text(what)), " ", text(step))))),
      block("How bad, how likely", list(scores(f))),
      block("Known as", list([
        ...f.ids.map(([id, address]) => link(text(id), text(address))),
        h("code", null, f.installed.purl),
        ["Fingerprint ", h("a", {href: "#finding=" + f.fingerprint}, f.fingerprint)]])),
      block("Where", list(f.installed.places.map(place => [
        layerMark(place.layer), place.layer >= 0 && " ", h("code", null, place.path),
        instructions.get(place.layer) && h("small", null, instructions.get(place.layer))]))),
      wide("What each source says", sourceTable(f)),
      f.references.length && wide("Read on", h("ul", {class: "links"},
        chunks(f.references, 2).map(([address, usable]) =>
          h("li", null, usable ? link(text(address), text(address)) : text(address))))));
  }

  function sourceTable(f) {
    const rows = chunks(f.sources, 8).map(([id, source, namespace, name, bySource, status, range, fixed]) =>
      [text(source), text(id), text(name) + (bySource ? " (source)" : "") + ", " + text(namespace),
        words(text(status)), text(range), text(fixed) || "–"]);
    const heads = ["Source", "Record", "For", "Verdict", "Affected", "Fixed in"];
    return h("div", {class: "scroll"}, h("table", null,
      h("thead", null, h("tr", null, heads.map(head => h("th", null, head)))),
      h("tbody", null, rows.map(cells => h("tr", null, cells.map(cell => h("td", null, cell)))))));
  }

  function scores(f) {
    const weaknesses = f.cwes.map(text).map(cwe => {
      const match = /^CWE-([0-9]+)$/.exec(cwe);
      return link(cwe, match ? "https://cwe.mitre.org/data/definitions/" + match[1] + ".html" : "");
    });
    return [
      ...chunks(f.cvss, 4).map(([version, vector, score, source]) => [h("b", null, score.toFixed(1)),
        " CVSS " + text(version) + ", " + text(source), h("code", null, text(vector))]),
      f.stated ? "Severity stated by " + text(f.stated) : "No source states a severity",
      f.exploited && "Known to be exploited (KEV) since " + f.exploited + (f.ransomware ? ", by ransomware too" : ""),
      f.epss >= 0 && "EPSS " + percent(f.epss) + " within 30 days"
        + (f.percentile >= 0 ? ", more than " + percent(f.percentile) + " of all" : ""),
      ...weaknesses
    ];
  }

  // ---- what is asked for: all of it stands in the address's fragment ----
  const ask = {page: 0};
  const asked = name => ask[name] || "";
  const severitiesAsked = () => asked("severity").split(",").filter(Boolean);

  function haystack(f) {
    f.hay ||= [f.id, ...f.ids.map(([id]) => text(id)), f.installed.name, f.installed.version, f.installed.purl, f.summary,
      ...chunks(f.sources, 8).map(source => text(source[3])),      ...f.cwes.map(text), ...f.installed.places.map(place => place.path)].join("\n").toLowerCase();
    return f.hay;
  }

  function hasStatus(f) {
    const status = asked("status");
    return status === "all" || (status ? f.status === status : f.stands);
  }

  function passes(f, bySeverity) {
    if (asked("finding")) {
      return f.fingerprint === asked("finding");
    }
    const layer = asked("layer");
    const severities = severitiesAsked();
    return hasStatus(f)
      && (!f.folded || asked("folded"))
      && (!asked("fixable") || f.fixed.length)
      && (!asked("kev") || f.exploited)
      && (!asked("new") || f.fresh)
      && (!asked("type") || f.installed.type === asked("type"))
      && (!layer || (layer === "base" ? isBase(f.layer) : layer === "own" ? !isBase(f.layer) : String(f.layer) === layer))
      && (!bySeverity || !severities.length || severities.includes(f.severity))
      && asked("q").toLowerCase().split(/\s+/).every(word => haystack(f).includes(word));
  }

  const byText = key => (a, b) => key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
  const ORDERS = {
    severity: (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
    id: (a, b) => a.id.localeCompare(b.id, "en", {numeric: true}),
    package: byText(f => f.installed.name + "\n" + f.installed.version),
    fix: (a, b) => (b.fixed.length > 0) - (a.fixed.length > 0) || byText(f => f.fix)(a, b),
    risk: (a, b) => b.risk - a.risk || b.epss - a.epss,
    layer: (a, b) => a.layer - b.layer
  };

  function selected() {
    const some = findings.filter(f => passes(f, true));
    const [name, direction] = asked("sort").split("-");
    if (ORDERS[name]) {
      const sign = direction === "up" ? -1 : 1;
      some.sort((a, b) => sign * ORDERS[name](a, b) || a.rank - b.rank);
    }
    const group = GROUPS[asked("group")];
    if (!group) {
      return some;
    }
    const groups = new Map();
    for (const f of some) {
      const key = group(f);
      groups.has(key) ? groups.get(key).push(f) : groups.set(key, [f]);
    }
    return [...groups.values()].flat();
  }

  const GROUPS = {
    package: f => f.installed.name + " " + f.installed.version,
    id: f => f.id,
    layer: f => f.layer < 0 ? "no layer" : "#" + f.layer + " " + (instructions.get(f.layer) || "")
  };

  function showFindings() {
    if (!$("rows")) {
      return;
    }
    const some = selected();
    const pages = Math.max(1, Math.ceil(some.length / PAGE));
    ask.page = Math.min(ask.page, pages - 1);
    render(some, ask.page * PAGE, PAGE);
    $("shown").textContent = number(some.length) + " of " + number(findings.filter(hasStatus).length) + " findings"
      + (foldedAway() && !asked("finding") ? "; " + number(foldedAway()) + " folded" : "");
    pager($("pager"), ask.page, pages, page => {
      ask.page = page;
      showFindings();
      $("findings").scrollIntoView();
    });
  }

  const foldedAway = () => asked("folded") ? 0 : findings.filter(f => f.folded && f.stands).length;

  function render(some, from, count) {
    const group = GROUPS[asked("group")];
    const content = [];
    let before = null;
    for (const f of some.slice(from, from + count)) {
      const key = group && group(f);
      if (group && key !== before) {
        const size = some.filter(other => group(other) === key).length;
        content.push(h("div", {class: "group"}, key, h("span", null, " · " + number(size))));
        before = key;
      }
      content.push(row(f));
    }
    $("rows").replaceChildren(...content);
    if (!some.length) {
      $("rows").append(h("p", {class: "group"}, "No finding is like this. Clear the filters to see all."));
    }
  }

  function pager(nav, page, pages, go) {
    nav.replaceChildren();
    if (pages > 1) {
      const button = (label, to) => {
        const element = h("button", {type: "button", class: "plain"}, label);
        element.disabled = to < 0 || to >= pages;
        element.addEventListener("click", () => go(to));
        return element;
      };
      nav.append(button("Previous", page - 1), "Page " + number(page + 1) + " of " + number(pages), button("Next", page + 1));
    }
  }

  // ---- packages ----
  let packagePage = 0;
  const listed = packages.slice(0, facts.listed);

  function showPackages() {
    if (!$("prows")) {
      return;
    }
    const search = $("pq").value.toLowerCase().split(/\s+/);
    const some = listed.filter(p => {
      p.hay ||= [p.name, p.version, p.type, ...p.licenses.map(text), ...p.places.map(place => place.path)].join("\n").toLowerCase();
      return search.every(word => p.hay.includes(word));
    });
    const pages = Math.max(1, Math.ceil(some.length / PAGE));
    packagePage = Math.min(packagePage, pages - 1);
    $("prows").replaceChildren(...some.slice(packagePage * PAGE, packagePage * PAGE + PAGE).map(p => h("tr", null,
      h("td", {class: "strong"}, p.name), h("td", null, p.version), h("td", null, p.type),
      h("td", {class: "number"}, p.findings ? number(p.findings) : "–"),
      h("td", null, p.licenses.map(text).join(", ")), h("td", {class: "place"}, where(p)))));
    $("pshown").textContent = number(some.length) + " of " + number(listed.length) + " packages";
    pager($("ppager"), packagePage, pages, page => {
      packagePage = page;
      showPackages();
      $("packages").scrollIntoView();
    });
  }

  // ---- tabs ----
  const tabs = [...document.querySelectorAll(".tab")];

  function makeTabs() {
    const bar = h("div", {class: "tabs js", role: "tablist", "aria-label": "Parts of the report"});
    for (const tab of tabs) {
      const button = h("button", {type: "button", role: "tab", id: "tab-" + tab.id, "aria-controls": tab.id},
        tab.dataset.title, tab.dataset.count && h("b", null, tab.dataset.count));
      button.classList.toggle("alert", Boolean(tab.dataset.alert));
      button.addEventListener("click", () => change({tab: tab.id}));
      tab.setAttribute("role", "tabpanel");
      tab.setAttribute("aria-labelledby", button.id);
      bar.append(button);
    }
    bar.addEventListener("keydown", event => {
      const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
      if (step) {
        const at = tabs.findIndex(tab => !tab.hidden);
        const next = tabs[(at + step + tabs.length) % tabs.length];
        change({tab: next.id});
        $("tab-" + next.id).focus();
      }
    });
    $("sections").prepend(bar);
  }

  function showTab() {
    const chosen = tabs.find(tab => tab.id === asked("tab")) || tabs[0];
    for (const tab of tabs) {
      tab.hidden = tab !== chosen;
      const button = $("tab-" + tab.id);
      button.setAttribute("aria-selected", String(tab === chosen));
      button.tabIndex = tab === chosen ? 0 : -1;
    }
  }

  // ---- the address ----
  const NAMES = ["tab", "severity", "status", "type", "layer", "fixable", "kev", "new", "folded", "group", "sort", "q", "finding", "theme"];

  function readAddress(jump) {
    const fragment = location.hash.slice(1);
    const plain = tabs.some(tab => tab.id === fragment);
    const given = new URLSearchParams(plain ? "tab=" + fragment : fragment);
    NAMES.forEach(name => ask[name] = given.get(name) || (plain && name !== "tab" ? ask[name] : "") || "");
    ask.page = 0;
    show();
    if (jump && fragment) {
      $("sections").scrollIntoView();
    }
  }

  function change(wishes) {
    Object.assign(ask, "tab" in wishes || "theme" in wishes ? {} : {finding: ""}, wishes);
    ask.page = "tab" in wishes || "theme" in wishes ? ask.page : 0;
    const fragment = new URLSearchParams(NAMES.filter(name => ask[name]).map(name => [name, ask[name]]));
    history.replaceState(null, "", "#" + fragment);
    show();
  }

  function show() {
    if (asked("theme") === "dark" || asked("theme") === "light") {
      root.dataset.theme = asked("theme");
    } else {
      delete root.dataset.theme;
    }
    showTab();
    if ($("rows")) {
      showControls();
    }
    showFindings();
  }

  function showControls() {
    const counts = {};
    findings.filter(f => passes(f, false)).forEach(f => counts[f.severity] = (counts[f.severity] || 0) + 1);
    for (const pill of document.querySelectorAll(".pill[data-severity]")) {
      pill.setAttribute("aria-pressed", String(severitiesAsked().includes(pill.dataset.severity)));
      pill.querySelector("b").textContent = number(counts[pill.dataset.severity] || 0);
    }
    for (const pill of document.querySelectorAll("[data-only]")) {
      pill.setAttribute("aria-pressed", String(Boolean(asked(pill.dataset.only))));
    }
    for (const name of ["status", "type", "layer", "group"]) {
      $(name).value = asked(name);
    }
    if ($("q").value !== asked("q")) {
      $("q").value = asked("q");
    }
    const [sort, direction] = asked("sort").split("-");
    for (const button of document.querySelectorAll("[data-sort]")) {
      const on = button.dataset.sort === sort;
      button.dataset.order = on ? (direction === "up" ? -1 : 1) : 0;
      button.setAttribute("aria-pressed", String(on));
    }
  }

  function listen() {
    for (const pill of document.querySelectorAll(".pill[data-severity]")) {
      pill.addEventListener("click", () => {
        const chosen = new Set(severitiesAsked());
        if (!chosen.delete(pill.dataset.severity)) {
          chosen.add(pill.dataset.severity);
        }
        change({severity: [...chosen].join(",")});
      });
    }
    for (const pill of document.querySelectorAll("[data-only]")) {
      pill.addEventListener("click", () => change({[pill.dataset.only]: asked(pill.dataset.only) ? "" : "1"}));
    }
    for (const name of ["status", "type", "layer", "group"]) {
      $(name).addEventListener("change", () => change({[name]: $(name).value}));
    }
    for (const button of document.querySelectorAll("[data-sort]")) {
      button.addEventListener("click", () => {
        const [sort, direction] = asked("sort").split("-");
        const name = button.dataset.sort;
        change({sort: sort !== name ? name : direction ? "" : name + "-up"});
      });
    }
    $("q").addEventListener("input", () => change({q: $("q").value}));
    $("clear").addEventListener("click", () =>
      change(Object.fromEntries(NAMES.filter(name => name !== "tab" && name !== "theme").map(name => [name, ""]))));
    document.addEventListener("keydown", event => {
      if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
        event.preventDefault();
        change({tab: "findings"});
        $("q").focus();
      }
    });
  }

  function showAges() {
    for (const time of document.querySelectorAll("time")) {
      const days = Math.floor((Date.now() - Date.parse(time.textContent)) / 86400000);
      if (days > 1) {
        time.parentNode.append(h("small", null, number(days) + " days old"));
      }
    }
  }

  root.classList.add("on");
  makeTabs();
  if ($("rows")) {
    listen();
  }
  if ($("pq")) {
    $("pq").addEventListener("input", () => {
      packagePage = 0;
      showPackages();
    });
  }
  $("print").addEventListener("click", () => print());
  $("theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    change({theme: dark ? "light" : "dark"});
  });
  addEventListener("hashchange", () => readAddress(true));
  addEventListener("beforeprint", () => $("rows") && render(selected(), 0, PRINTED));
  addEventListener("afterprint", showFindings);
  readAddress(false);
  showPackages();
  showAges();
})();
