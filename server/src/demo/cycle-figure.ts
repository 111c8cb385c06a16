import sharp from 'sharp';

const SIZE = 880;
const HEIGHT = 560;
const CENTRE = { x: SIZE / 2, y: HEIGHT / 2 };
const RING = { x: 280, y: 190 };

/** Digits as strokes: a server may have no fonts, and a picture without words needs no translation. */
const DIGITS = [
  'M -5 -9 L 2 -15 L 2 15',
  'M -8 -8 A 8 8 0 1 1 7 -3 L -8 15 L 9 15',
  'M -8 -12 A 8 7.5 0 1 1 0 0 A 8.5 7.5 0 1 1 -9 11',
  'M 4 15 L 4 -15 L -10 6 L 10 6',
];

/** Plan: a list; teach: a board; observe: an eye; reflect: two speech bubbles. */
const SIGNS = [
  '<path d="M -26 -16 h 6 M -10 -16 h 36 M -26 0 h 6 M -10 0 h 36 M -26 16 h 6 M -10 16 h 26"/>',
  '<rect x="-32" y="-24" width="64" height="40" rx="3"/><path d="M -20 -8 l 14 10 l 12 -14 l 14 8 M -14 16 l -8 16 M 14 16 l 8 16"/>',
  '<path d="M -34 0 Q 0 -36 34 0 Q 0 36 -34 0 Z"/><circle r="10"/>',
  '<path d="M -34 -24 h 44 v 28 h -30 l -8 10 v -10 h -6 z"/><path d="M -4 12 v 10 h 26 l 8 10 v -10 h 6 v -28 h -18"/>',
];
const HUES = ['#0f5f66', '#8a4b08', '#3f4d9c', '#7a2e55'];
/** Angles of the four phases, clockwise from the top, in degrees. */
const ANGLES = [-90, 0, 90, 180];

const onRing = (degrees: number) => {
  const angle = (degrees * Math.PI) / 180;
  return { x: CENTRE.x + RING.x * Math.cos(angle), y: CENTRE.y + RING.y * Math.sin(angle) };
};

const phase = (index: number): string => {
  const { x, y } = onRing(ANGLES[index] ?? 0);
  const hue = HUES[index];
  return `<g transform="translate(${x} ${y})" fill="none" stroke-linecap="round" stroke-linejoin="round">
    <circle r="74" fill="#fffdf8" stroke="${hue}" stroke-width="5"/>
    <g stroke="${hue}" stroke-width="5" transform="translate(0 6)">${SIGNS[index]}</g>
    <circle cx="-58" cy="-58" r="26" fill="${hue}"/>
    <path transform="translate(-58 -58)" d="${DIGITS[index]}" stroke="#fffdf8" stroke-width="4.5"/>
  </g>`;
};

/** An arrow along the ring from phase `index` to the next. */
const arrow = (index: number): string => {
  const start = ANGLES[index] ?? 0;
  const away = index % 2 === 0 ? { from: 20, to: 62 } : { from: 28, to: 70 };
  const from = onRing(start + away.from);
  const to = onRing(start + away.to);
  return `<path d="M ${from.x} ${from.y} A ${RING.x} ${RING.y} 0 0 1 ${to.x} ${to.y}" fill="none" stroke="#5d5a52" stroke-width="6" marker-end="url(#head)"/>`;
};

/** Three pupils in the middle: what all four phases look at. */
const pupils = [-64, 0, 64]
  .map((offset) => {
    const lower = offset === 0 ? 14 : 0;
    return `<g transform="translate(${CENTRE.x + offset} ${CENTRE.y + lower})" fill="#d9cfb8">
      <circle cy="-24" r="20"/><path d="M -30 40 A 30 32 0 0 1 30 40 Z"/></g>`;
  })
  .join('');

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${HEIGHT}" viewBox="0 0 ${SIZE} ${HEIGHT}">
  <defs><marker id="head" orient="auto" markerWidth="5" markerHeight="5" refX="2" refY="2.5"><path d="M 0 0 L 5 2.5 L 0 5 Z" fill="#5d5a52"/></marker></defs>
  <rect width="100%" height="100%" fill="#fbf7ee"/>
  ${[0, 1, 2, 3].map(arrow).join('')}
  ${pupils}
  ${[0, 1, 2, 3].map(phase).join('')}
</svg>`;

/** The figure of the demo: the four phases of a cycle around the pupils, as PNG. */
export const drawCycle = (): Promise<Buffer> => sharp(Buffer.from(drawing)).png().toBuffer();
