// Mends what Streamlit leaves for screen readers, now and whenever the page changes. It replaces what Streamlit itself
// says, in attributes and in the few places where the texts are its own, never in figures; a word that Streamlit writes
// otherwise one day simply stays English. What was replaced is remembered, so that another language can take its place.
(function speak(language, words) {
  const ATTRIBUTES = ["aria-label", "aria-roledescription", "title"];
  const OWN_TEXTS = [
    "[role=listbox]",
    "[role=menu]",
    "[role=dialog]",
    "[data-testid=stException]",
    "[data-testid=stFileUploaderDropzone]",
    "[data-testid=stSkipToContent]",
  ].join();
  const beginnings = Object.keys(words).filter((english) => english.endsWith(" "));
  const memory = (window.opvangspiegelSaid ??= new Map());

  function translated(text) {
    const english = memory.get(text) ?? text;
    const beginning = beginnings.find((start) => english.startsWith(start));
    const told = words[english] ?? (beginning ? words[beginning] + english.slice(beginning.length) : text);
    if (told !== english) memory.set(told, english);
    return told;
  }

  // A chart is a picture with a description and a table beside it; its thousands of parts only stand in the way.
  function hideDrawings(root) {
    for (const drawing of within(root, "[data-testid=stVegaLiteChart] svg:not([aria-hidden])"))
      drawing.setAttribute("aria-hidden", "true");
  }

  function mendAttributes(element) {
    for (const name of ATTRIBUTES) {
      const text = element.getAttribute(name);
      if (text && translated(text) !== text) element.setAttribute(name, translated(text));
    }
  }

  function mendTexts(place) {
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) mendText(texts.currentNode);
  }

  function mendText(node) {
    if (translated(node.nodeValue) !== node.nodeValue) node.nodeValue = translated(node.nodeValue);
  }

  function within(root, selector) {
    const found = [...root.querySelectorAll(selector)];
    return root.matches(selector) ? [root, ...found] : found;
  }

  // Only what is new is looked at: a page that draws its charts changes thousands of times.
  function mend(root) {
    if (root.ownerSVGElement) return;
    hideDrawings(root);
    for (const element of within(root, ATTRIBUTES.map((name) => `[${name}]`).join())) mendAttributes(element);
    if (root.closest(OWN_TEXTS)) mendTexts(root);
    else root.querySelectorAll(OWN_TEXTS).forEach(mendTexts);
  }

  function mendNew(node) {
    if (node.nodeType === Node.ELEMENT_NODE) mend(node);
    else if (node.nodeType === Node.TEXT_NODE && node.parentElement?.closest(OWN_TEXTS)) mendText(node);
  }

  function mendChanged(records) {
    for (const record of records)
      if (record.type === "attributes") mendAttributes(record.target);
      else if (record.type === "characterData") mendNew(record.target);
      else record.addedNodes.forEach(mendNew);
  }

  document.documentElement.lang = language;
  window.opvangspiegelWatch?.disconnect();
  window.opvangspiegelWatch = new MutationObserver(mendChanged);
  const watched = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES };
  window.opvangspiegelWatch.observe(document.body, watched);
  mend(document.body);
})
