// Replaces what Streamlit itself says, in attributes and in the few places where the texts are its own, now and
// whenever the page changes; never in figures. A word that Streamlit writes otherwise one day simply stays English.
// What was replaced is remembered, so that another language can take its place.
(function speak(language, words) {
  const ATTRIBUTES = ["aria-label", "aria-roledescription", "title"];
  const OWN_TEXTS = "[role=listbox], [role=menu], [data-testid=stFileUploaderDropzone]";
  const beginnings = Object.keys(words).filter((english) => english.endsWith(" "));
  const memory = (window.opvangspiegelSaid ??= new Map());

  function translated(text) {
    const english = memory.get(text) ?? text;
    const beginning = beginnings.find((start) => english.startsWith(start));
    const told = words[english] ?? (beginning ? words[beginning] + english.slice(beginning.length) : text);
    if (told !== english) memory.set(told, english);
    return told;
  }

  function replaceAll() {
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
  window.opvangspiegelWatch = new MutationObserver(replaceAll);
  const watched = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES };
  window.opvangspiegelWatch.observe(document.body, watched);
  replaceAll();
})
