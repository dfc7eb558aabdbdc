// One box for ids, Korean and English.
import { useEffect, useState } from 'preact/hooks';
import { SearchDocument, type RequirementKind, type SearchQuery } from '../generated';
import { useTongue } from '../i18n';
import { useQuery } from '../query';
import { useQuestion } from '../question';
import { usePlace } from '../route';
import { Combobox } from '../ui/combobox';
import { useRequirementChoices, useSettled, useStandards } from '../ui/standards';
import { Empty, Shown } from '../ui/states';

type Hit = SearchQuery['search']['edges'][number];

const kinds: RequirementKind[] = ['CLAUSE', 'CONTROL', 'CRITERION', 'CHECK_ITEM', 'ARTICLE', 'GROUP'];

export function Search() {
  const { w, language, n } = useTongue();
  const place = usePlace();
  const [text, setText] = useState(place.get('q'));
  const settled = useSettled(text, 250);
  const query = place.get('q').trim();
  const choices = useRequirementChoices(text);

  useEffect(() => setText(place.get('q')), [place.get('q')]);
  useEffect(() => {
    if (settled === text && settled.trim() !== place.get('q')) place.change({ q: settled.trim(), show: '' }, true);
  }, [settled]);

  const standards = place.list('in');
  const first = place.get('show') === 'more' ? 100 : 20;
  const chosen = place.list('kind').filter((k): k is RequirementKind => (kinds as string[]).includes(k));
  const answer = useQuery(SearchDocument, query ? { query, standards, kinds: chosen, language, first } : null);
  return (
    <article class="view search">
      <h1>{w.views.search}</h1>
      <form class="search-form no-print" role="search" onSubmit={(e) => e.preventDefault()}>
        <Combobox
          label={w.searchLabel}
          hideLabel
          type="search"
          autoFocus
          text={text}
          placeholder={w.searchPlaceholder}
          choices={text.trim() === query ? [] : choices}
          nothing=""
          onText={setText}
          onPick={(choice) => place.change({ q: choice.value })}
          onEnter={() => place.change({ q: text.trim() })}
        />
      </form>
      <div class="search-columns">
        <Facets standards={standards} chosen={chosen} />
        <section aria-label={w.hits} class="hits">
          {query ? (
            <Shown answer={answer}>
              {({ search }) => (
                <>
                  <p class="quiet" role="status">
                    {w.hitCount(n(search.totalCount), query)}
                  </p>
                  {search.edges.length === 0 && <Empty title={w.nothingFound} />}
                  <ol class="hit-list">
                    {search.edges.map((hit) => (
                      <HitItem key={hit.node.ref} hit={hit} />
                    ))}
                  </ol>
                  {search.totalCount > search.edges.length && first === 20 && (
                    <button type="button" class="no-print more" onClick={() => place.change({ show: 'more' })}>
                      {w.moreHits(n(Math.min(100, search.totalCount)))}
                    </button>
                  )}
                </>
              )}
            </Shown>
          ) : (
            <Empty title={w.searchTitle}>
              <p>{w.searchText}</p>
              <ul class="examples">
                {['2.5.4', 'A.5.17', '접근권한 검토', 'supplier'].map((q) => (
                  <li key={q}>
                    <a href={place.href('search', { q })}>{q}</a>
                  </li>
                ))}
              </ul>
            </Empty>
          )}
        </section>
      </div>
    </article>
  );
}

function Facets({ standards, chosen }: { standards: string[]; chosen: RequirementKind[] }) {
  const { w } = useTongue();
  const place = usePlace();
  const all = useStandards();
  const toggle = (list: string[], value: string) => (list.includes(value) ? list.filter((v) => v !== value) : [...list, value]);
  return (
    <div class="facets no-print">
      <fieldset>
        <legend>{w.standard}</legend>
        {all.map((s) => (
          <label key={s.ref} title={s.title ?? undefined}>
            <input type="checkbox" checked={standards.includes(s.ref)} onChange={() => place.change({ in: toggle(standards, s.ref) })} /> {s.ref}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{w.kindWord}</legend>
        {kinds.map((k) => (
          <label key={k}>
            <input type="checkbox" checked={chosen.includes(k)} onChange={() => place.change({ kind: toggle(chosen, k) })} /> {w.kind[k]}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

function Marked({ pieces }: { pieces: { text: string; match: boolean }[] }) {
  return <>{pieces.map((p, i) => (p.match ? <mark key={i}>{p.text}</mark> : p.text))}</>;
}

function HitItem({ hit }: { hit: Hit }) {
  const { w, language } = useTongue();
  const place = usePlace();
  const { held } = useQuestion();
  const { node } = hit;
  const assessable = node.kind !== 'GROUP';
  const heading = hit.fragments.find((f) => f.field === 'TITLE' && f.language === language);
  return (
    <li class="hit">
      <p class="hit-head">
        <a href={place.href('neighbourhood', { req: node.ref })}>
          <span class="number-of">{node.number}</span> {heading ? <Marked pieces={heading.pieces} /> : node.name}
        </a>
        {hit.byId && <span class="tag">{w.byId}</span>}
      </p>
      <p class="quiet">
        {node.standard.title} · {w.kind[node.kind]} · <code>{node.ref}</code>
      </p>
      {hit.fragments
        .filter((f) => f !== heading)
        .map((f) => (
          <p key={f.field + f.language + f.of.number} class="fragment" lang={f.language.toLowerCase()}>
            {f.field === 'POINT' && <span class="number-of">{f.of.number}</span>} <Marked pieces={f.pieces} />
          </p>
        ))}
      <p class="hit-links no-print">
        {assessable && <a href={place.href('explain', { req: node.ref })}>{w.views.explain}</a>}
        {!held.includes(node.ref) && <a href={place.href('coverage', { held: [...held, node.ref] })}>{w.addToHeld}</a>}
      </p>
    </li>
  );
}
