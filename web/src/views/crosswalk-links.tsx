// The lines between two trees.
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Relation } from '../generated';
import { signs } from '../ui/relation';
import type { Claim } from './crosswalk';

/** Two requirements with the strongest relation that a claim says of them, and how many claims there are. */
interface Link {
  left: string;
  right: string;
  relation: Relation;
  claims: number;
  joint: boolean;
}

const strongest: Relation[] = ['EQUAL_TO', 'SUPERSET_OF', 'SUBSET_OF', 'INTERSECTS_WITH', 'NO_RELATIONSHIP'];

/** The links of one requirement. */
export function linksOf(ref: string, claims: Claim[]): Link[] {
  const links = new Map<string, Link>();
  for (const c of claims) {
    if (!c.left.includes(ref) && !c.right.includes(ref)) continue;
    for (const left of c.left) {
      for (const right of c.right) {
        if (left !== ref && right !== ref) continue;
        const key = `${left} ${right}`;
        const link = links.get(key);
        if (!link) links.set(key, { left, right, relation: c.relation, claims: 1, joint: c.left.length + c.right.length > 2 });
        else {
          link.claims++;
          if (strongest.indexOf(c.relation) < strongest.indexOf(link.relation)) link.relation = c.relation;
        }
      }
    }
  }
  return [...links.values()];
}

/** The lines between the trees. Where an end is scrolled out of sight, its line goes to the rim. */
export function Links({ frame, links }: { frame: { current: HTMLDivElement | null }; links: Link[] }) {
  const [, moved] = useState(0);
  const [shape, setShape] = useState<{ height: number; ends: Map<string, { y: number; out: boolean }> }>({ height: 0, ends: new Map() });

  useEffect(() => {
    const again = () => moved((n) => n + 1);
    const sides = [...(frame.current?.querySelectorAll('[role=tree]') ?? [])];
    for (const side of sides) side.addEventListener('scroll', again, { passive: true });
    addEventListener('resize', again);
    return () => {
      for (const side of sides) side.removeEventListener('scroll', again);
      removeEventListener('resize', again);
    };
  }, []);

  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return;
    const top = box.getBoundingClientRect().top;
    const ends = new Map<string, { y: number; out: boolean }>();
    for (const ref of new Set(links.flatMap((l) => [l.left, l.right]))) {
      const row = box.querySelector<HTMLElement>(`[data-ref="${CSS.escape(ref)}"]`);
      const side = row?.closest('[role=tree]')?.getBoundingClientRect();
      if (!row || !side) continue;
      const r = row.getBoundingClientRect();
      const y = (r.top + r.bottom) / 2;
      ends.set(ref, { y: Math.min(Math.max(y, side.top + 6), side.bottom - 6) - top, out: y < side.top || y > side.bottom });
    }
    const next = { height: box.clientHeight, ends };
    if (JSON.stringify([...next.ends]) !== JSON.stringify([...shape.ends]) || next.height !== shape.height) setShape(next);
  });

  return (
    <svg class="links" width="140" height={shape.height} viewBox={`0 0 140 ${shape.height || 1}`} aria-hidden="true">
      {links.map((l) => {
        const a = shape.ends.get(l.left);
        const b = shape.ends.get(l.right);
        if (!a || !b) return null;
        const y = (a.y + b.y) / 2;
        return (
          <g key={`${l.left} ${l.right}`} class={a.out || b.out ? 'out' : undefined}>
            <path class={l.joint ? 'joint' : undefined} d={`M0 ${a.y}C70 ${a.y} 70 ${b.y} 140 ${b.y}`} />
            <circle cx="70" cy={y} r="11" />
            <text class="relation-sign" x="70" y={y + 5} text-anchor="middle">
              {signs[l.relation]}
            </text>
            {l.claims > 1 && (
              <text class="times" x="84" y={y + 4}>
                ×{l.claims}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
