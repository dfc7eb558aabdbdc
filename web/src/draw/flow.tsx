// The way from one edition to the next as a flow: the headings of the old one on the left, those of the new one on the
// right, and between them bands as wide as the number of pairs of an old and a new requirement.
import type { ChangeKind } from '../generated';
import { useTongue } from '../i18n';
import { kinds, type Change, type TreeNode } from '../views/editions';
import { wrap } from './text';

const size = { width: 1080, label: 290, bar: 8, gap: 7, least: 15 };
const tallest = 520;
/** More headings than this are drawn by the headings above them. */
const most = 26;

interface Place {
  key: string;
  label: string;
  y: number;
  height: number;
  /** Where the next band begins. */
  next: number;
}

interface Band {
  left: string;
  right: string;
  kind: ChangeKind;
  width: number;
}

/** Says under which heading a requirement is drawn, at a depth that gives few enough headings. */
function grouping(nodes: TreeNode[], used: Set<string>): (ref: string) => string {
  const parents = new Map(nodes.map((node) => [node.ref, node.parent?.ref]));
  const path = (ref: string): string[] => {
    const parent = parents.get(ref);
    return [...(parent !== undefined && parents.has(parent) ? path(parent) : []), ref];
  };
  const at = (ref: string, depth: number) => {
    const way = path(ref).slice(0, -1);
    return way[Math.min(depth, way.length - 1)] ?? ref;
  };
  let depth = 3;
  while (depth > 0 && new Set([...used].map((ref) => at(ref, depth))).size > most) depth--;
  return (ref) => at(ref, depth);
}

function bandsOf(changes: Change[], left: (ref: string) => string, right: (ref: string) => string): Band[] {
  const bands = new Map<string, Band>();
  const add = (l: string, r: string, kind: ChangeKind) => {
    const key = `${l} ${r} ${kind}`;
    const band = bands.get(key) ?? { left: l, right: r, kind, width: 0 };
    band.width++;
    bands.set(key, band);
  };
  for (const c of changes) {
    const to = c.to ? right(c.to.ref) : gone;
    if (c.from.length === 0) add(fresh, to, c.kind);
    for (const f of c.from) add(left(f.ref), to, c.kind);
  }
  return [...bands.values()];
}

const fresh = '+';
const gone = '-';

/** Places the headings one below the other, in the order of the document; what is new or gone stands at the end. */
function places(keys: string[], nodes: TreeNode[], bands: Band[], side: 'left' | 'right', unit: number, extra: string): Place[] {
  let y = 28;
  return keys.map((key) => {
    const node = nodes.find((x) => x.ref === key);
    const height = Math.max(size.least, unit * bands.filter((b) => b[side] === key).reduce((sum, b) => sum + b.width, 0));
    const place = { key, label: node ? `${node.number} ${node.name}` : extra, y, height, next: y };
    y += height + size.gap;
    return place;
  });
}

export function EditionFlow({ changes, chosen, old, now, from, to }: { changes: Change[]; chosen: ChangeKind[]; old: TreeNode[]; now: TreeNode[]; from: string; to: string }) {
  const { w, n } = useTongue();
  const left = grouping(old, new Set(changes.flatMap((c) => c.from.map((f) => f.ref))));
  const right = grouping(now, new Set(changes.flatMap((c) => (c.to ? [c.to.ref] : []))));
  const bands = bandsOf(changes, left, right);
  const total = bands.reduce((sum, b) => sum + b.width, 0);
  const unit = Math.min(6, Math.max(2, tallest / total));
  const inOrder = (side: 'left' | 'right', nodes: TreeNode[], last: string) => [...nodes.map((x) => x.ref), last].filter((ref) => bands.some((b) => b[side] === ref));
  const lefts = places(inOrder('left', old, fresh), old, bands, 'left', unit, w.change.NEW);
  const rights = places(inOrder('right', now, gone), now, bands, 'right', unit, w.change.WITHDRAWN);
  const find = (list: Place[], key: string) => list.find((p) => p.key === key) as Place;
  const order = (list: Place[], key: string) => list.findIndex((p) => p.key === key);
  bands.sort((a, b) => order(lefts, a.left) - order(lefts, b.left) || order(rights, a.right) - order(rights, b.right) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind));

  const x1 = size.label + size.bar;
  const x2 = size.width - size.label - size.bar;
  const bend = (x1 + x2) / 2;
  const drawn = bands.map((b) => {
    const thick = b.width * unit;
    const l = find(lefts, b.left);
    const y1 = l.next;
    l.next += thick;
    return { ...b, thick, y1, y2: 0 };
  });
  for (const b of [...drawn].sort((a, c) => order(rights, a.right) - order(rights, c.right) || order(lefts, a.left) - order(lefts, c.left))) {
    const r = find(rights, b.right);
    b.y2 = r.next;
    r.next += b.thick;
  }
  const end = (list: Place[]) => list.reduce((y, p) => Math.max(y, p.y + p.height), 0);
  const height = Math.max(end(lefts), end(rights)) + 8;
  const label = (list: Place[], key: string) => find(list, key).label;

  return (
    <svg class="drawing flow" viewBox={`0 0 ${size.width} ${height}`} width={size.width} height={height} role="img" aria-label={w.flowDrawing}>
      <text class="standard-name" x={size.label} y="14" text-anchor="end">
        {from}
      </text>
      <text class="standard-name" x={size.width - size.label} y="14">
        {to}
      </text>
      {drawn.map((b) => (
        <path
          key={`${b.left} ${b.right} ${b.kind}`}
          class={`band k-${b.kind} ${chosen.length && !chosen.includes(b.kind) ? 'faint' : ''}`}
          d={`M${x1} ${b.y1}C${bend} ${b.y1} ${bend} ${b.y2} ${x2} ${b.y2}V${b.y2 + b.thick}C${bend} ${b.y2 + b.thick} ${bend} ${b.y1 + b.thick} ${x1} ${b.y1 + b.thick}Z`}
        >
          <title>{`${label(lefts, b.left)} → ${label(rights, b.right)}: ${w.change[b.kind]} ${n(b.width)}`}</title>
        </path>
      ))}
      {lefts.map((p) => (
        <g key={p.key}>
          <rect class="bar" x={size.label} y={p.y} width={size.bar} height={p.height} />
          <text class="node-small" x={size.label - 8} y={p.y + p.height / 2 + 4} text-anchor="end">
            {wrap(p.label, 21.5, 1)}
          </text>
        </g>
      ))}
      {rights.map((p) => (
        <g key={p.key}>
          <rect class="bar" x={x2} y={p.y} width={size.bar} height={p.height} />
          <text class="node-small" x={x2 + size.bar + 8} y={p.y + p.height / 2 + 4}>
            {wrap(p.label, 21.5, 1)}
          </text>
        </g>
      ))}
    </svg>
  );
}
