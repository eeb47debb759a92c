// Mends what Streamlit leaves for screen readers, now and whenever the page changes. It replaces what Streamlit itself
// says, in attributes and in the few places where the texts are its own, never in figures; a word that Streamlit writes
// otherwise one day simply stays English. What was replaced is remembered, so that another language can take its place.
(function speak(language, words) {
  const ATTRIBUTES = ["aria-label", "aria-roledescription", "title"];
  const OWN_TEXTS = "[role=listbox], [role=menu], [data-testid=stFileUploaderDropzone], [data-testid=stSkipToContent]";
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
  function hideDrawings() {
    for (const drawing of document.querySelectorAll("[data-testid=stVegaLiteChart] svg:not([aria-hidden])"))
      drawing.setAttribute("aria-hidden", "true");
  }

  function mend() {
    hideDrawings();
    for (const name of ATTRIBUTES)
      for (const element of document.querySelectorAll(`[${name}]`)) {
        const text = element.getAttribute(name);
        if (translated(text) !== text) element.setAttribute(name, translated(text));
      }
    for (const place of document.querySelectorAll(OWN_TEXTS)) {
      const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const node = texts.currentNode;
        if (translated(node.nodeValue) !== node.nodeValue) node.nodeValue = translated(node.nodeValue);
      }
    }
  }

  document.documentElement.lang = language;
  window.opvangspiegelWatch?.disconnect();
  window.opvangspiegelWatch = new MutationObserver(mend);
  const watched = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES };
  window.opvangspiegelWatch.observe(document.body, watched);
  mend();
})
