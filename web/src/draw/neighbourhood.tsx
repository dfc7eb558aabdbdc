// The claims around a requirement as a picture: it stands in the middle with its points, what is related to it on both
// sides, in a block for each standard.
import type { Relation } from '../generated';
import { useTongue } from '../i18n';
import { signs } from '../ui/relation';
import type { Centre } from '../views/neighbourhood';
import { Lines, wrap } from './text';

interface Neighbour {
  ref: string;
  number: string;
  name: string;
  standard: string;
  /** From a row of the middle: the strongest relation, and the number of claims. */
  lines: Map<string, { relation: Relation; claims: number }>;
}

const size = { width: 1080, side: 300, row: 46, head: 24, gap: 14, point: 40 };
const middle = { x: (size.width - 320) / 2, width: 320 };
const strongest: Relation[] = ['EQUAL_TO', 'SUPERSET_OF', 'SUBSET_OF', 'INTERSECTS_WITH'];

function neighbours(of: Centre): Neighbour[] {
  const found = new Map<string, Neighbour>();
  for (const { reversed, relation, node } of of.mappings.edges) {
    if (relation === 'NO_RELATIONSHIP') continue;
    const [here, there] = reversed ? [node.targets, node.sources] : [node.sources, node.targets];
    for (const end of there) {
      const shown = end.kind === 'POINT' && end.parent ? end.parent : end;
      if (shown.ref === of.ref) continue;
      const n = found.get(shown.ref) ?? { ref: shown.ref, number: shown.number, name: shown.name, standard: end.standard.ref, lines: new Map() };
      found.set(shown.ref, n);
      for (const h of here.filter((x) => x.ref === of.ref || x.parent?.ref === of.ref)) {
        const line = n.lines.get(h.ref);
        if (!line) n.lines.set(h.ref, { relation, claims: 1 });
        else {
          line.claims++;
          if (strongest.indexOf(relation) < strongest.indexOf(line.relation)) line.relation = relation;
        }
      }
    }
  }
  // In the order of the rows that they are tied to, so that few lines cross.
  const rows = new Map([of.ref, ...of.points.map((p) => p.ref)].map((ref, i) => [ref, i]));
  const mean = (n: Neighbour) => [...n.lines.keys()].reduce((sum, ref) => sum + (rows.get(ref) ?? 0), 0) / n.lines.size;
  return [...found.values()].sort((a, b) => mean(a) - mean(b));
}

/** Spreads the standards over two sides of about the same height. */
function sides(list: Neighbour[]): [string, Neighbour[]][][] {
  const blocks = [...Map.groupBy(list, (n) => n.standard)].sort((a, b) => b[1].length - a[1].length);
  const columns: [string, Neighbour[]][][] = [[], []];
  const heights = [0, 0];
  for (const block of blocks) {
    const i = (heights[0] as number) <= (heights[1] as number) ? 0 : 1;
    columns[i]?.push(block);
    heights[i] = (heights[i] as number) + size.head + size.gap + block[1].length * size.row;
  }
  return columns;
}

export function NeighbourhoodDrawing({ of, link }: { of: Centre; link: (ref: string) => string }) {
  const { w } = useTongue();
  const columns = sides(neighbours(of));
  const heightOf = (column: [string, Neighbour[]][]) => column.reduce((sum, [, list]) => sum + size.head + size.gap + list.length * size.row, 0);
  const own = 64 + of.points.length * size.point;
  const height = Math.max(own, ...columns.map(heightOf)) + 8;
  const top = (height - own) / 2;
  const rowAt = (ref: string) => {
    const i = of.points.findIndex((p) => p.ref === ref);
    return i < 0 ? top + 28 : top + 64 + i * size.point + size.point / 2;
  };

  return (
    <svg class="drawing around" viewBox={`0 0 ${size.width} ${height}`} width={size.width} height={height} role="group" aria-label={w.neighbourhoodDrawing}>
      {columns.map((column, side) => {
        const x = side === 0 ? 2 : size.width - size.side - 2;
        let y = (height - heightOf(column)) / 2;
        return column.map(([standard, list]) => {
          const start = y;
          y += size.head + size.gap + list.length * size.row;
          return (
            <g key={standard}>
              <text class="standard-name" x={x + 4} y={start + 16}>
                {standard}
              </text>
              {list.map((n, i) => {
                const at = start + size.head + i * size.row;
                const end = side === 0 ? x + size.side : x;
                const near = side === 0 ? middle.x : middle.x + middle.width;
                return (
                  <g key={n.ref}>
                    {[...n.lines].map(([ref, line], k) => {
                      const y2 = at + 19 + (k - (n.lines.size - 1) / 2) * 9;
                      const y1 = rowAt(ref);
                      const bend = (near + end) / 2;
                      // The sign stands close to the neighbour, where lines do not meet.
                      const sx = end + (side === 0 ? 16 : -16) + (side === 0 ? 1 : -1) * k * 20;
                      return (
                        <g key={ref} class="edges" aria-hidden="true">
                          <path d={`M${near} ${y1}C${bend} ${y1} ${bend} ${y2} ${end} ${y2}`} />
                          <circle cx={sx} cy={y2} r="9" />
                          <text class="relation-sign small" x={sx} y={y2 + 4} text-anchor="middle">
                            {signs[line.relation]}
                          </text>
                        </g>
                      );
                    })}
                    <a class="node" href={link(n.ref)}>
                      <title>{`${n.ref} ${n.name}: ${[...n.lines].map(([ref, l]) => `${ref} ${w.relation[l.relation]}`).join(', ')}`}</title>
                      <rect x={x} y={at} width={size.side} height={size.row - 7} rx="4" />
                      <text class="node-ref" x={x + 9} y={at + 16}>
                        {n.number}
                      </text>
                      <Lines class="node-name" x={x + 9} y={at + 31} lines={wrap(n.name, 22, 1)} step={14} />
                    </a>
                  </g>
                );
              })}
            </g>
          );
        });
      })}
      <g class="middle">
        <rect x={middle.x} y={top} width={middle.width} height={own} rx="5" />
        <text class="node-ref" x={middle.x + 14} y={top + 24}>
          {of.ref}
        </text>
        <Lines class="node-name strong" x={middle.x + 14} y={top + 44} lines={wrap(of.name, 23, 1)} step={15} />
        {of.points.map((p, i) => (
          <g key={p.ref}>
            <path class="rule-line" d={`M${middle.x} ${top + 64 + i * size.point}h${middle.width}`} />
            <text class="node-note" x={middle.x + 14} y={top + 64 + i * size.point + 17}>
              {p.number}
            </text>
            <Lines class="node-small" x={middle.x + 66} y={top + 64 + i * size.point + 17} lines={wrap(p.gist ?? '', 19.5, 2)} step={14} />
          </g>
        ))}
      </g>
    </svg>
  );
}
