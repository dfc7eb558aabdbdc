// What is known of certification schemes on a day, and whether an organisation is obliged.
import { FactsDocument, type FactKind, type FactsQuery } from '../generated';
import { useTongue } from '../i18n';
import { useQuery } from '../query';
import { isDay } from '../question';
import { usePlace } from '../route';
import { PrintHead } from '../ui/permalink';
import { Shown } from '../ui/states';
import { Obliged, Span } from './obliged';

export type Scheme = FactsQuery['schemes'][number];
type Fact = FactsQuery['facts'][number];

const kinds: FactKind[] = ['LAW', 'EDITION', 'COUNT', 'COMPARISON', 'ESTIMATE'];

const today = () => new Date().toISOString().slice(0, 10);

export function Facts() {
  const { w, language, day } = useTongue();
  const place = usePlace();
  const asOf = isDay(place.get('asof')) ? place.get('asof') : null;
  const answer = useQuery(FactsDocument, { asOf, language });
  return (
    <article class="view facts">
      <h1>{w.views.facts}</h1>
      <Shown answer={answer}>
        {({ schemes, facts }) => {
          const scheme = schemes.find((s) => s.ref === place.get('scheme')) ?? schemes.find((s) => s.questions.length > 0) ?? schemes[0];
          if (!scheme) return <p class="quiet">{w.noSchemes}</p>;
          const own = facts.filter((f) => f.scheme.ref === scheme.ref);
          return (
            <>
              <PrintHead asOf={asOf ?? today()} withTarget={false} />
              <form class="question no-print" aria-label={w.question} onSubmit={(e) => e.preventDefault()}>
                <label class="field">
                  <span>{w.scheme}</span>
                  <select value={scheme.ref} onChange={(e) => place.change({ scheme: e.currentTarget.value, known: '' })}>
                    {schemes.map((s) => (
                      <option key={s.ref} value={s.ref}>
                        {s.title}
                      </option>
                    ))}
                  </select>
                </label>
                <label class="field">
                  <span>{w.asOf}</span>
                  <input type="date" value={asOf ?? today()} onChange={(e) => place.change({ scheme: scheme.ref, asof: e.currentTarget.value })} />
                </label>
              </form>
              <header class="answer-head">
                <h2>{scheme.title}</h2>
                <p class="quiet">
                  {scheme.authority} · {w.asOfDay(day(asOf ?? today()))}
                </p>
              </header>
              {scheme.questions.length > 0 && <Obliged scheme={scheme} asOf={asOf} />}
              {kinds.map((kind) => (
                <Statements key={kind} kind={kind} facts={own.filter((f) => f.kind === kind)} />
              ))}
            </>
          );
        }}
      </Shown>
    </article>
  );
}

function Statements({ kind, facts }: { kind: FactKind; facts: Fact[] }) {
  const { w, n } = useTongue();
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby={`facts-${kind}`}>
      <h3 id={`facts-${kind}`}>
        {w.factKind[kind]} <span class="quiet">{n(facts.length)}</span>
      </h3>
      <table class="rows facts-table cards">
        <thead>
          <tr>
            <th scope="col">{w.statement}</th>
            <th scope="col">{w.certaintyWord}</th>
            <th scope="col">{w.validity}</th>
            <th scope="col">{w.source}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((f) => (
            <tr key={f.key}>
              <td class="claim-text">{f.claim}</td>
              <td>
                <span class={`certainty c-${f.certainty}`}>{w.certainty[f.certainty]}</span>
              </td>
              <td data-label={w.validity}>
                <Span of={f.valid} />
              </td>
              <td class="quiet" lang="en" data-label={w.source}>
                {f.source}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
