// Two standards side by side, and the claims between them.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { CrosswalkDocument, TreeDocument, type CrosswalkQuery, type Relation, type TreeQuery } from '../generated';
import { useTongue } from '../i18n';
import { useQuery } from '../query';
import { usePlace } from '../route';
import { Notice } from '../ui/notice';
import { PrintHead } from '../ui/permalink';
import { StandardSelect } from '../ui/question';
import { RelationWord, signs } from '../ui/relation';
import { Empty, Shown } from '../ui/states';
import { useTitles } from '../ui/standards';
import { Trees } from './crosswalk-trees';

type Edge = CrosswalkQuery['mappings']['edges'][number];
type End = Edge['node']['sources'][number];
export type TreeNode = NonNullable<TreeQuery['standard']>['requirements']['edges'][number]['node'];

/** A claim in the direction of the view. The ends are refs of requirements; an empty side is the whole standard. */
export interface Claim {
  left: string[];
  right: string[];
  relation: Relation;
  edge: Edge;
}

/** What is known of a requirement: related to something, looked at without finding anything, or in no claim. */
export type Mark = 'related' | 'unrelated' | 'unclaimed';

export function Crosswalk() {
  const { w, language } = useTongue();
  const place = usePlace();
  const from = place.get('from') || place.list('held')[0]?.split('/')[0] || 'iso-27001-2022';
  const to = place.get('to') || place.get('target').split('/')[0] || 'isms-p-2023';
  const left = useQuery(TreeDocument, { ref: from, language }, (d) => d.standard?.requirements ?? nothing);
  const right = useQuery(TreeDocument, { ref: to, language }, (d) => d.standard?.requirements ?? nothing);
  const claims = useQuery(CrosswalkDocument, { from, to, language }, (d) => d.mappings);
  const table = place.get('as') === 'table';
  return (
    <article class="view crosswalk">
      <h1>{w.views.crosswalk}</h1>
      <form class="question no-print" aria-label={w.question} onSubmit={(e) => e.preventDefault()}>
        <StandardSelect label={w.from} value={from} onPick={(ref) => place.change({ from: ref, to, sel: '', shut: '' })} />
        <button type="button" class="switch" onClick={() => place.change({ from: to, to: from, shut: '' })} aria-label={w.switchDirection} title={w.switchDirection}>
          ⇄
        </button>
        <StandardSelect label={w.to} value={to} onPick={(ref) => place.change({ from, to: ref, sel: '', shut: '' })} />
        <div class="field toggles">
          <button type="button" aria-pressed={table} onClick={() => place.change({ from, to, as: table ? '' : 'table' })}>
            {w.asTable}
          </button>
          <button type="button" aria-pressed={place.get('show') === 'unmapped'} onClick={() => place.change({ from, to, show: place.get('show') ? '' : 'unmapped' })}>
            {w.onlyUnmapped}
          </button>
        </div>
      </form>
      <Notice of={[from, to]} />
      <Shown answer={left}>
        {(l) => (
          <Shown answer={right}>
            {(r) => (
              <Shown answer={claims}>
                {(c) => (
                  <Both from={from} to={to} left={nodes(l)} right={nodes(r)} edges={c.mappings.edges} />
                )}
              </Shown>
            )}
          </Shown>
        )}
      </Shown>
    </article>
  );
}

const nothing = { pageInfo: { hasNextPage: false, endCursor: null }, edges: [] };

const nodes = (tree: TreeQuery): TreeNode[] => tree.standard?.requirements.edges.map((e) => e.node) ?? [];

const requirementOf = (end: End): string => (end.kind === 'POINT' ? (end.parent?.ref ?? end.ref) : end.ref);

function Both({ from, to, left, right, edges }: { from: string; to: string; left: TreeNode[]; right: TreeNode[]; edges: Edge[] }) {
  const { w, n } = useTongue();
  const place = usePlace();
  const title = useTitles();
  const sel = place.get('sel');
  const [near, setNear] = useState('');
  useEffect(() => setNear(''), [from, to]);

  const claims = useMemo(
    () =>
      edges.map((edge): Claim => {
        const [a, b] = edge.reversed ? [edge.node.targets, edge.node.sources] : [edge.node.sources, edge.node.targets];
        return { left: a.map(requirementOf), right: b.map(requirementOf), relation: edge.relation, edge };
      }),
    [edges],
  );
  const marks = useMemo(() => {
    const found = new Map<string, Mark>();
    for (const c of claims)
      for (const ref of [...c.left, ...c.right]) if (c.relation !== 'NO_RELATIONSHIP') found.set(ref, 'related');
        else if (!found.has(ref)) found.set(ref, 'unrelated');
    return found;
  }, [claims]);
  const mark = (ref: string): Mark => marks.get(ref) ?? 'unclaimed';
  const unmapped = (list: TreeNode[]) => list.filter((node) => node.assessable && mark(node.ref) !== 'related').length;
  const selected = sel ? claims.filter((c) => c.left.includes(sel) || c.right.includes(sel)) : [];
  const assessable = (list: TreeNode[]) => list.filter((node) => node.assessable).length;

  if (claims.length === 0)
    return (
      <Empty title={w.noCrosswalk}>
        <p>{w.noCrosswalkMeans}</p>
      </Empty>
    );
  return (
    <>
      <PrintHead withTarget={false} />
      <p class="asked">
        {w.crosswalkOf(n(claims.length), title(from), title(to))} <span class="quiet">{w.unmappedCounts(n(unmapped(left)), n(assessable(left)), from, n(unmapped(right)), n(assessable(right)), to)}</span>
      </p>
      {place.get('as') === 'table' ? (
        <Claims claims={claims} from={from} to={to} />
      ) : (
        <>
          <Trees
            from={title(from)}
            to={title(to)}
            left={left}
            right={right}
            claims={claims}
            mark={mark}
            selected={sel}
            near={near}
            onNear={setNear}
            onSelect={(ref) => place.change({ from, to, sel: ref === sel ? '' : ref })}
          />
          <p class="quiet legend no-print">{w.treeLegend}</p>
          <section class="selected" aria-labelledby="selected-title" aria-live="polite">
            <h2 id="selected-title">
              {sel ? w.claimsOf(sel) : w.claims} {sel && <span class="quiet">{n(selected.length)}</span>}
            </h2>
            {sel ? selected.length ? <Claims claims={selected} from={from} to={to} /> : <p class="quiet">{w.inNoClaim}</p> : <p class="quiet">{w.selectHint}</p>}
          </section>
        </>
      )}
    </>
  );
}

function Claims({ claims, from, to }: { claims: Claim[]; from: string; to: string }) {
  const { w, n } = useTongue();
  const ends = (list: End[], all: string) => (list.length ? list.map((e) => e.number).join(' + ') : all);
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={w.claims}>
      <table class="rows claims cards">
        <thead>
          <tr>
            <th scope="col">{from}</th>
            <th scope="col">{w.relationWord}</th>
            <th scope="col">{to}</th>
            <th scope="col">{w.whyWord}</th>
            <th scope="col">{w.strength}</th>
            <th scope="col">{w.assuranceWord}</th>
            <th scope="col">{w.source}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map(({ edge, relation }) => {
            const [a, b] = edge.reversed ? [edge.node.targets, edge.node.sources] : [edge.node.sources, edge.node.targets];
            return (
              <tr key={edge.node.ref} title={signs[relation]}>
                <td class="number-of">{ends(a, w.allOf(from))}</td>
                <td>
                  <RelationWord relation={relation} />
                </td>
                <td class="number-of">{ends(b, w.allOf(to))}</td>
                <td>{edge.node.why}</td>
                <td class="number" data-label={w.strength}>{edge.node.strength === null ? '–' : n(edge.node.strength)}</td>
                <td data-label={w.assuranceWord}>{w.assurance[edge.node.assurance]}</td>
                <td data-label={w.source}>{edge.node.source.title}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
