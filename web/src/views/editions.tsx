// What became of each requirement from one edition of a standard to the next.
import { EditionFlow } from '../draw/flow';
import { EditionChangesDocument, TreeDocument, type ChangeKind, type EditionChangesQuery } from '../generated';
import { useTongue } from '../i18n';
import { useQuery } from '../query';
import { useQuestion } from '../question';
import { usePlace } from '../route';
import { Shown } from '../ui/states';
import { useStandards, useTitles } from '../ui/standards';
import { VerdictBadge } from '../ui/verdict';

export type Change = EditionChangesQuery['editionChanges']['changes']['edges'][number]['node'];

export const kinds: ChangeKind[] = ['KEPT', 'RENAMED', 'MERGED', 'SPLIT', 'EXTENDED', 'NEW', 'WITHDRAWN'];

const nothing = { pageInfo: { hasNextPage: false, endCursor: null }, edges: [] };

export function Editions() {
  const { w, language } = useTongue();
  const place = usePlace();
  const standards = useStandards();
  const title = useTitles();
  const { variables } = useQuestion();
  const pairs = standards.filter((s) => standards.some((o) => o.ref === s.supersedes)).map((s) => ({ from: s.supersedes as string, to: s.ref }));
  const to = place.get('edition') || (pairs.find((p) => p.to === 'iso-27001-2022') ?? pairs[0])?.to || '';
  const pair = pairs.find((p) => p.to === to);
  const changes = useQuery(EditionChangesDocument, pair ? { ...pair, controls: variables.controls, language } : null, (d) => d.editionChanges.changes);
  const old = useQuery(TreeDocument, pair ? { ref: pair.from, language } : null, (d) => d.standard?.requirements ?? nothing);
  const now = useQuery(TreeDocument, pair ? { ref: pair.to, language } : null, (d) => d.standard?.requirements ?? nothing);
  const list = useTreeNodes(old.data);
  const next = useTreeNodes(now.data);
  return (
    <section class="editions" aria-labelledby="editions-title">
      <h2 id="editions-title">{w.editionsTitle}</h2>
      <label class="field no-print">
        <span>{w.edition}</span>
        <select value={to} onChange={(e) => place.change({ edition: e.currentTarget.value, change: '' })}>
          {pairs.map((p) => (
            <option key={p.to} value={p.to}>
              {title(p.from)} → {title(p.to)}
            </option>
          ))}
        </select>
      </label>
      {pair && (
        <Shown answer={changes}>
          {({ editionChanges: e }) => <Flow from={pair.from} to={pair.to} changes={e.changes.edges.map((x) => x.node)} counts={new Map(e.counts.map((c) => [c.kind, c.count]))} old={list} now={next} />}
        </Shown>
      )}
    </section>
  );
}

export type TreeNode = { ref: string; number: string; name: string; parent: { ref: string } | null };

function useTreeNodes(tree: { standard: { requirements: { edges: { node: TreeNode }[] } } | null } | undefined): TreeNode[] {
  return tree?.standard?.requirements.edges.map((e) => e.node) ?? [];
}

interface FlowProps {
  from: string;
  to: string;
  changes: Change[];
  counts: Map<ChangeKind, number>;
  old: TreeNode[];
  now: TreeNode[];
}

function Flow({ from, to, changes, counts, old, now }: FlowProps) {
  const { w, n } = useTongue();
  const place = usePlace();
  const chosen = place.list('change').filter((k): k is ChangeKind => (kinds as string[]).includes(k));
  const shown = changes.filter((c) => chosen.length === 0 || chosen.includes(c.kind));
  return (
    <>
      <div class="toolbar" role="group" aria-label={w.changeWord}>
        {kinds
          .filter((k) => counts.get(k))
          .map((k) => (
            <button key={k} type="button" class={`kind k-${k}`} aria-pressed={chosen.includes(k)} onClick={() => place.change({ edition: to, change: chosen.includes(k) ? chosen.filter((c) => c !== k) : [...chosen, k] })}>
              <i aria-hidden="true" /> {w.change[k]} {n(counts.get(k) ?? 0)}
            </button>
          ))}
      </div>
      {old.length > 0 && now.length > 0 && (
        <div class="scroll drawing-frame" tabIndex={0} role="group" aria-label={w.flowDrawing}>
          <EditionFlow changes={changes} chosen={chosen} old={old} now={now} from={from} to={to} />
        </div>
      )}
      <details class="changes" open={chosen.length > 0}>
        <summary>{w.changeList(n(shown.length))}</summary>
        <table class="rows cards">
          <thead>
            <tr>
              <th scope="col">{from}</th>
              <th scope="col">{w.changeWord}</th>
              <th scope="col">{to}</th>
              <th scope="col">{w.verdict}</th>
              <th scope="col">{w.whatRemains}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((c) => (
              <tr key={(c.to?.ref ?? '') + c.from.map((f) => f.ref).join()}>
                <td>
                  {c.from.map((f) => (
                    <p key={f.ref}>
                      <span class="number-of">{f.number}</span> {f.name}
                    </p>
                  ))}
                </td>
                <td>{w.change[c.kind]}</td>
                <td>
                  {c.to && (
                    <a href={place.href('neighbourhood', { req: c.to.ref })}>
                      <span class="number-of">{c.to.number}</span> {c.to.name}
                    </a>
                  )}
                </td>
                <td>{c.verdict && <VerdictBadge verdict={c.verdict} />}</td>
                <td class="remains">
                  <ul>
                    {c.remainder
                      .filter((r) => !r.point || !r.mapping)
                      .map((r) => (
                        <li key={(r.point?.number ?? '') + r.text}>{r.text}</li>
                      ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
