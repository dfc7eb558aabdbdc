// How much of the target is met: counts, a map of its headings, and the requirements behind each number.
import { useRef } from 'preact/hooks';
import { CoverageDocument, type CoverageQuery, type Verdict } from '../generated';
import { useTongue } from '../i18n';
import { useQuery } from '../query';
import { useQuestion } from '../question';
import { usePlace } from '../route';
import { Lapsed } from '../ui/lapsed';
import { Notice } from '../ui/notice';
import { PrintHead } from '../ui/permalink';
import { Question } from '../ui/question';
import { Doubts } from '../ui/doubts';
import { Empty, Shown } from '../ui/states';
import { useTitles } from '../ui/standards';
import { count, VerdictBadge, VerdictSign, verdicts } from '../ui/verdict';
import { HeatMap } from './coverage-map';

export type Gap = CoverageQuery['gapAnalysis'];
export type Item = Gap['items']['edges'][number]['node'];

export function Coverage() {
  const { w, language, day } = useTongue();
  const question = useQuestion();
  const title = useTitles();
  const asked = question.holds && question.target;
  const answer = useQuery(CoverageDocument, asked ? { ...question.variables, target: question.target, language } : null, (d) => d.gapAnalysis.items);
  return (
    <article class="view coverage">
      <h1>{w.views.coverage}</h1>
      <Question />
      {asked ? (
        <Shown answer={answer}>
          {({ gapAnalysis: gap, revision }) => (
            <>
              <PrintHead asOf={gap.asOf} />
              <p class="asked">
                {w.coverageOf(title(question.target))} <span class="quiet">{w.asOfRevision(day(gap.asOf), revision.hash.slice(0, 8))}</span>
              </p>
              <Notice of={[question.target]} />
              <Lapsed of={gap.lapsed} />
              <Answer gap={gap} />
            </>
          )}
        </Shown>
      ) : (
        <Start />
      )}
    </article>
  );
}

/** What a first visit sees: questions that others ask. */
function Start() {
  const { w } = useTongue();
  const place = usePlace();
  const examples: [string[], string][] = [
    [['iso-27001-2022', 'iso-27701-2025'], 'isms-p-2023'],
    [['iso-27001-2022'], 'isms-p-2023'],
    [['isms-p-2023'], 'iso-27001-2022'],
    [['iso-27001-2013'], 'iso-27001-2022'],
  ];
  const title = useTitles();
  return (
    <Empty title={w.startTitle}>
      <p>{w.startText}</p>
      <ul class="examples">
        {examples.map(([held, target]) => (
          <li key={held.join() + target}>
            <a href={place.href('coverage', { held, target })}>
              {held.map(title).join(' + ')} <span aria-hidden="true">→</span> {title(target)}
            </a>
          </li>
        ))}
      </ul>
    </Empty>
  );
}

function Answer({ gap }: { gap: Gap }) {
  const { w, n } = useTongue();
  const place = usePlace();
  const list = useRef<HTMLElement>(null);
  const chosen = place.list('verdict');
  const group = place.get('group');
  const items = gap.items.edges.map((e) => e.node);
  const above = parents(gap);
  const shown = items.filter((i) => (chosen.length === 0 || chosen.includes(i.verdict)) && (!group || isBelow(i.requirement.parent?.ref, group, above)));

  const toggle = (verdict: Verdict) => place.change({ verdict: chosen.includes(verdict) ? chosen.filter((c) => c !== verdict) : [...chosen, verdict] });
  return (
    <>
      <div class="tiles" role="group" aria-label={w.legend}>
        {verdicts.map((v) => (
          <button key={v} type="button" class={`tile v-${v}`} aria-pressed={chosen.includes(v)} onClick={() => toggle(v)}>
            <span class="tile-head">
              <VerdictSign verdict={v} />
              {v}
            </span>
            <span class="tile-count">
              {n(count(gap.summary, v))} <span class="of">{w.outOf(n(gap.summary.total))}</span>
            </span>
            <span class="tile-means">{w.verdictMeans[v]}</span>
          </button>
        ))}
      </div>
      <Doubts doubts={gap.doubts} />
      <HeatMap
        gap={gap}
        items={items}
        above={above}
        onPick={(ref, verdict) => {
          const same = group === ref && chosen.join() === (verdict ?? '');
          place.change(same ? { group: '', verdict: '' } : { group: ref, verdict: verdict ?? '' });
          if (!same) list.current?.scrollIntoView({ block: 'nearest' });
        }}
      />
      <section ref={list} class="list" aria-labelledby="list-title">
        <h2 id="list-title">
          {w.requirements} <span class="quiet">{w.countOf(n(shown.length), n(items.length))}</span>
          {(group || chosen.length > 0) && (
            <button type="button" class="no-print" onClick={() => place.change({ group: '', verdict: '' })}>
              {w.showAll}
            </button>
          )}
        </h2>
        <Requirements items={shown} />
      </section>
    </>
  );
}

/** Of each heading the one above it. */
function parents(gap: Gap): Map<string, string | undefined> {
  return new Map(gap.summary.byGroup.map(({ group }) => [group.ref, group.parent?.ref]));
}

function isBelow(ref: string | undefined, group: string, above: Map<string, string | undefined>): boolean {
  for (let r = ref; r; r = above.get(r)) if (r === group) return true;
  return false;
}

function Requirements({ items }: { items: Item[] }) {
  const { w } = useTongue();
  const place = usePlace();
  if (items.length === 0) return <p class="quiet">{w.noneShown}</p>;
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{w.number}</th>
          <th scope="col">{w.requirement}</th>
          <th scope="col">{w.verdict}</th>
          <th scope="col" class="wide-only">
            {w.disposition}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((i) => (
          <tr key={i.requirement.ref}>
            <td class="number-of">{i.requirement.number}</td>
            <td>
              <a href={place.href('explain', { req: i.requirement.ref })}>{i.requirement.name}</a>
              {i.blockers.length > 0 && <span class="tag">{w.blockedBy(i.blockers.map((b) => b.control.id).join(', '))}</span>}
              {i.conflict.length > 0 && <span class="tag warn">{w.conflict}</span>}
              {i.disagreements.length > 0 && <span class="tag warn">{w.disagreement}</span>}
            </td>
            <td>
              <VerdictBadge verdict={i.verdict} />
            </td>
            <td class="wide-only">
              <span class="code">{i.disposition}</span> <span class="quiet">{w.dispositionMeans[i.disposition]}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
