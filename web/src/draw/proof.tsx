// A proof as a picture: what is held on top, and below it what follows, down to the requirement that was asked about.
// The sign of a claim stands on the way from what it rests on to what it proves.
import type { ExplainQuery, Verdict } from '../generated';
import { useTongue } from '../i18n';
import { converse, signs } from '../ui/relation';
import { VerdictShape } from '../ui/verdict';
import { Lines, width as textWidth, wrap } from './text';

type Step = NonNullable<ExplainQuery['explain']['proof']>['steps'][number];

interface Box {
  key: string;
  row: number;
  x: number;
  ref: string;
  name: string;
  verdict: Verdict | null;
  held: string | null;
}

const box = { width: 232, height: 62, gap: 20, drop: 62 };
const margin = 6;

const keyOf = (ref: string, verdict: string) => `${ref} ${verdict}`;

/** Places the steps: each below all that it rests on, and near it from left to right. */
function layout(steps: Step[]): { boxes: Map<string, Box>; rows: Box[][] } {
  const boxes = new Map<string, Box>();
  const rows: Box[][] = [];
  const put = (b: Box) => {
    boxes.set(b.key, b);
    (rows[b.row] ??= []).push(b);
  };
  for (const step of steps) {
    const above = step.premises.map((p) => boxes.get(keyOf(p.requirement.ref, p.verdict))).filter((b) => b !== undefined);
    const row = above.length ? 1 + Math.max(...above.map((b) => b.row)) : step.missing.length ? 1 : 0;
    for (const m of step.missing) {
      const key = keyOf(m.ref, `missing ${step.requirement.ref}`);
      put({ key, row: row - 1, x: 0, ref: m.ref, name: m.name, verdict: null, held: null });
    }
    put({ key: keyOf(step.requirement.ref, step.verdict), row, x: 0, ref: step.requirement.ref, name: step.requirement.name, verdict: step.verdict, held: step.held });
  }
  const widest = Math.max(...rows.map((r) => r.length));
  for (const row of rows) {
    const start = ((widest - row.length) * (box.width + box.gap)) / 2 + margin;
    row.forEach((b, i) => {
      b.x = start + i * (box.width + box.gap);
    });
  }
  return { boxes, rows };
}

export function ProofDrawing({ steps, link }: { steps: Step[]; link: (ref: string) => string }) {
  const { w } = useTongue();
  const { boxes, rows } = layout(steps);
  const y = (b: Box) => margin + b.row * (box.height + box.drop);
  const width = Math.max(...rows.map((r) => r.length)) * (box.width + box.gap) - box.gap + 2 * margin;
  const height = rows.length * (box.height + box.drop) - box.drop + 2 * margin;
  const centre = (b: Box) => b.x + box.width / 2;

  return (
    <svg class="drawing proof" data-wide={rows.some((r) => r.length > 2)} viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="group" aria-label={w.proofDrawing}>
      {steps.map((step) => {
        const to = boxes.get(keyOf(step.requirement.ref, step.verdict)) as Box;
        const premises = step.premises.map((p) => boxes.get(keyOf(p.requirement.ref, p.verdict))).filter((b) => b !== undefined);
        const missing = step.missing.map((m) => boxes.get(keyOf(m.ref, `missing ${step.requirement.ref}`))).filter((b) => b !== undefined);
        const knot = y(to) - box.drop / 2;
        const relation = step.mapping && (step.reversed ? converse(step.mapping.relation) : step.mapping.relation);
        const word = relation ? '' : step.rule === 'R2' ? w.part : '';
        return (
          <g key={to.key} class="edges" aria-hidden="true">
            {[...premises, ...missing].map((from) => {
              const start = y(from) + box.height;
              const bend = start + (knot - start) / 2;
              return <path key={from.key} class={from.verdict ? undefined : 'dashed'} d={`M${centre(from)} ${start}C${centre(from)} ${bend} ${centre(to)} ${bend} ${centre(to)} ${knot}`} />;
            })}
            {premises.length + missing.length > 0 && <path d={`M${centre(to)} ${knot}V${y(to) - 2}m-4 -6l4 6l4 -6`} />}
            {relation && (
              <>
                <circle cx={centre(to)} cy={knot} r="12" />
                <text class="relation-sign" x={centre(to)} y={knot + 5} text-anchor="middle">
                  {signs[relation]}
                </text>
                <text class="rule" x={centre(to) + 18} y={knot + 4}>
                  {w.relation[relation]} · {step.rule}
                </text>
              </>
            )}
            {word && (
              <text class="rule" x={centre(to) + 10} y={knot + 4}>
                {word} · {step.rule}
              </text>
            )}
          </g>
        );
      })}
      {[...boxes.values()].map((b) => (
        <a key={b.key} class={`node ${b.verdict ? `v-${b.verdict}` : 'missing'}`} href={link(b.ref)}>
          <title>{`${b.ref} ${b.name}: ${b.verdict ?? w.notProved}${b.held ? `, ${w.heldBy(b.held)}` : ''}`}</title>
          <rect x={b.x} y={y(b)} width={box.width} height={box.height} rx="4" />
          <rect class="edge-mark" x={b.x} y={y(b)} width="4" height={box.height} />
          {b.verdict && <VerdictShape verdict={b.verdict} x={b.x + 13} y={y(b) + 9} />}
          <text class="node-ref" x={b.x + (b.verdict ? 35 : 13)} y={y(b) + 21}>
            {b.ref}
          </text>
          {b.held && textWidth(b.ref) < 15 && (
            <text class="node-note" aria-hidden="true" x={b.x + box.width - 9} y={y(b) + 21} text-anchor="end">
              {w.heldShort}
            </text>
          )}
          <Lines class="node-name" x={b.x + 13} y={y(b) + 39} lines={wrap(b.name, 16.6, 2)} step={15} />
        </a>
      ))}
    </svg>
  );
}
