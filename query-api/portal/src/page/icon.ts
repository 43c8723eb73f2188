// The few drawn signs, as strokes in a 16 × 16 box. They are decoration: the button that carries one has a name of its own.

const paths = {
  close: "M4 4l8 8M12 4l-8 8",
  up: "M4 10l4-4 4 4",
  down: "M4 6l4 4 4-4",
  again: "M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.8h-2.8",
  filter: "M2.5 4h11M4.5 8h7M6.5 12h3",
  log: "M3.5 4.5h9M3.5 8h9M3.5 11.5h5",
} as const;

const SVG = "http://www.w3.org/2000/svg";

export function icon(name: keyof typeof paths): SVGElement {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 16 16");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", paths[name]);
  drawing.append(path);
  return drawing;
}
