// What a reader of the page can see, hear and reach, measured: reflow, charts, words.
(() => {
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const box = (element) => element.getBoundingClientRect();
  const short = (text) => text.trim().replace(/\s+/g, " ").slice(0, 60);
  const widths = { width: innerWidth, contentWidth: document.scrollingElement.scrollWidth };

  // Elements that hide a part of their own words. A table scrolls within itself; the header of the page is a list of
  // links that Streamlit folds; a sentence for screen readers is one pixel wide on purpose.
  const cut = [...document.querySelectorAll("[data-testid=stMain] *, [data-testid=stSidebar] *")]
    .filter((element) => !element.closest("[data-testid=stDataFrame], svg, [aria-hidden=true]") && shown(element))
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue.trim()))
    .filter((element) => getComputedStyle(element).overflowX !== "visible" && element.clientWidth > 2)
    .filter((element) => element.scrollWidth > element.clientWidth + 1)
    .map((element) => short(element.textContent));

  const main = document.querySelector("[data-testid=stMain]");
  const outside = [...main.querySelectorAll("*")]
    .filter((element) => !element.closest("[data-testid=stDataFrame], svg") && shown(element))
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue.trim()))
    .filter((element) => box(element).right > innerWidth + 1 || box(element).left < -1)
    .map((element) => short(element.textContent));

  function words(svg) {
    const frame = box(svg);
    const texts = [...svg.querySelectorAll("text")]
      .filter((text) => text.textContent.trim() && text.getAttribute("stroke") !== "white" && shown(text))
      .filter((text) => getComputedStyle(text).fontSize !== "0px" && text.getAttribute("opacity") !== "0")
      .map((text) => ({ text: short(text.textContent), ...box(text).toJSON() }));
    // The box of a word is as high as its line, some pixels more than its letters. A drawing that may show beyond its
    // edge has the gap between two elements of the page above it.
    const above = getComputedStyle(svg).overflowY === "visible" ? 22 : 6;
    const isOut = (at) => at.left < frame.left - 3 || at.right > frame.right + 3
      || at.top < frame.top - above || at.bottom > frame.bottom + 6;
    const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
    const pairs = texts.flatMap((a, at) => texts.slice(at + 1).filter((b) => overlap(a, b))
      .map((b) => `${a.text} × ${b.text}`));
    return { out: texts.filter(isOut).map((at) => at.text), overlapping: pairs };
  }

  const charts = [...document.querySelectorAll("[data-testid=stVegaLiteChart]")].filter(shown).map((chart) => {
    const svg = chart.querySelector("svg");
    const named = chart.matches("[aria-label]") ? chart : chart.querySelector("[aria-label]");
    const isScrolled = getComputedStyle(chart.closest("[class*=st-key-wide_drawing]") ?? chart).overflowX === "auto";
    return { description: named?.getAttribute("aria-label") ?? "", ...words(svg),
      isOutside: !isScrolled && (box(svg).right > innerWidth + 1 || box(svg).left < -1) };
  });

  const attributes = ["aria-label", "aria-roledescription", "aria-valuetext", "title", "placeholder", "alt"];
  const said = [...document.querySelectorAll("[data-testid=stApp] *")]
    .filter((element) => shown(element) && !element.closest("[aria-hidden=true]"))
    .flatMap((element) => attributes.map((name) => element.getAttribute(name)).filter(Boolean));
  const tables = [...document.querySelectorAll("[data-testid=stDataFrame]")]
    .map((table) => table.querySelector("[role=region][aria-label]")?.getAttribute("aria-label") ?? "");
  // The font has a name for each of its signs, which is no word of the page.
  document.querySelectorAll("[data-testid=stIconMaterial]").forEach((sign) => { sign.style.display = "none"; });
  const text = document.querySelector("[data-testid=stApp]").innerText;
  document.querySelectorAll("[data-testid=stIconMaterial]").forEach((sign) => { sign.style.display = ""; });
  return { ...widths, cut, outside, charts, tables, said: [...new Set(said)], text, language: document.documentElement.lang };
})()
