// Text in drawings: SVG breaks no lines by itself.

/** About how wide a text is, in ems: letters of Korean take a full one. */
export function width(text: string): number {
  let sum = 0;
  for (const letter of text) sum += letter > '\u1100' ? 1 : /[iljtf.,:;()\[\] '|]/.test(letter) ? 0.32 : /[A-Zmw%]/.test(letter) ? 0.7 : 0.54;
  return sum;
}

/** Breaks a text into at most `most` lines of `ems` each, at spaces where it can; the last one ends in … if it is cut. */
export function wrap(text: string, ems: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (width(longer) <= ems || !line) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  lines.push(line);
  const kept = lines.slice(0, most);
  return kept.map((l, i) => (width(l) > ems || (i === most - 1 && lines.length > most) ? cut(l, ems) : l));
}

function cut(text: string, ems: number): string {
  let kept = text;
  while (kept && width(`${kept}…`) > ems) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

/** Lines of text, one below the other. */
export function Lines({ x, y, lines, step, class: name, anchor }: { x: number; y: number; lines: string[]; step: number; class?: string; anchor?: 'start' | 'middle' | 'end' }) {
  return (
    <text x={x} y={y} class={name} text-anchor={anchor}>
      {lines.map((line, i) => (
        <tspan key={i} x={x} dy={i === 0 ? 0 : step}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
