// One box for ids, Korean and English.
import { useEffect, useState } from 'preact/hooks';
import { SearchDocument, SuggestionsDocument, type Discipline, type RequirementKind, type SearchQuery } from '../generated';
import { useTongue } from '../i18n';
import { useQuery } from '../query';
import { useQuestion } from '../question';
import { usePlace } from '../route';
import { Combobox, type Choice } from '../ui/combobox';
import { PrintHead } from '../ui/permalink';
import { signs } from '../ui/relation';
import { useSettled } from '../ui/standards';
import { Empty, Shown } from '../ui/states';
import { Facets, filters } from './search-facets';

export type Found = SearchQuery['search'];
type Hit = Found['edges'][number];

export function Search() {
  const { w, language, n } = useTongue();
  const place = usePlace();
  const [text, setText] = useState(place.get('q'));
  const settled = useSettled(text, 250);
  const query = place.get('q').trim();
  const choices = useSuggestions(text);

  useEffect(() => setText(place.get('q')), [place.get('q')]);
  useEffect(() => {
    if (settled === text && settled.trim() !== place.get('q')) place.change({ q: settled.trim(), show: '' }, true);
  }, [settled]);

  const first = place.get('show') === 'more' ? 100 : 20;
  const asked = query || filters.some((f) => place.get(f));
  const answer = useQuery(
    SearchDocument,
    asked
      ? {
          query,
          standards: place.list('in'),
          kinds: place.list('kind') as RequirementKind[],
          disciplines: place.list('discipline') as Discipline[],
          domains: place.list('domain'),
          attributes: place.list('attribute'),
          language,
          first,
        }
      : null,
  );
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
          choices={choices}
          nothing=""
          onText={setText}
          onPick={(choice) => place.change({ q: choice.value, show: '' })}
          onEnter={() => place.change({ q: text.trim(), show: '' })}
        />
      </form>
      {asked ? (
        <Shown answer={answer}>
          {({ search }) => (
            <div class="search-columns">
              <PrintHead withTarget={false} />
              <Facets facets={search.facets} />
              <section aria-label={w.hits} class="hits">
                <p class="quiet" role="status">
                  {w.hitCount(n(search.totalCount), query)}
                  {search.suggestion && ` ${w.meant(search.suggestion.text, w.foundBy[search.suggestion.via])}`}
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
              </section>
            </div>
          )}
        </Shown>
      ) : (
        <Empty title={w.searchTitle}>
          <p>{w.searchText}</p>
          <ul class="examples">
            {['2.5.4', 'A.5.17', '접근권한 검토', 'ㅂㅁㅂㅎ', 'supplier'].map((q) => (
              <li key={q}>
                <a href={place.href('search', { q })}>{q}</a>
              </li>
            ))}
          </ul>
        </Empty>
      )}
    </article>
  );
}

/** What somebody who types this may mean. */
function useSuggestions(text: string): Choice[] {
  const { w } = useTongue();
  const query = useSettled(text.trim());
  const { data } = useQuery(SuggestionsDocument, query ? { query } : null);
  return (data?.suggestions ?? []).map((s) => ({ value: s.text, label: s.text, note: s.requirement?.ref ?? s.standard?.ref ?? w.completion[s.kind] }));
}

function Marked({ pieces }: { pieces: { text: string; match: boolean }[] }) {
  return <>{pieces.map((p, i) => (p.match ? <mark key={i}>{p.text}</mark> : p.text))}</>;
}

function HitItem({ hit }: { hit: Hit }) {
  const { w, language } = useTongue();
  const place = usePlace();
  const { held } = useQuestion();
  const { node } = hit;
  const heading = hit.highlights.find((f) => f.field === 'TITLE' && f.language === language);
  const roundabout = hit.matches.filter((m) => m.via !== 'TEXT' && m.via !== 'ID');
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
      {hit.highlights
        .filter((f) => f !== heading)
        .map((f) => (
          <p key={f.field + f.language + f.of.number} class="fragment" lang={f.language.toLowerCase()}>
            {f.field === 'POINT' && <span class="number-of">{f.of.number}</span>} <Marked pieces={f.pieces} />
          </p>
        ))}
      {roundabout.length > 0 && <p class="quiet">{roundabout.map((m) => `${m.query} → ${m.term} (${w.foundBy[m.via]})`).join('; ')}</p>}
      {hit.heirs.length > 0 && (
        <p>
          {w.heirs}{' '}
          {hit.heirs.map((h) => (
            <a key={h.ref} href={place.href('neighbourhood', { req: h.ref })}>
              {h.ref} {h.name}{' '}
            </a>
          ))}
        </p>
      )}
      {hit.counterparts.length > 0 && (
        <ul class="counterparts" aria-label={w.counterparts}>
          {hit.counterparts.map((group) => (
            <li key={group.standard.ref}>
              <span class="quiet code">{group.standard.ref}</span>{' '}
              {group.counterparts.map((c) => (
                <a key={c.requirement.ref} href={place.href('neighbourhood', { req: c.requirement.ref })} title={c.requirement.name}>
                  {c.relation && <span class="counterpart-sign">{signs[c.relation]}</span>}
                  {c.requirement.number}
                </a>
              ))}
            </li>
          ))}
        </ul>
      )}
      <p class="hit-links no-print">
        {node.assessable && <a href={place.href('explain', { req: node.ref })}>{w.views.explain}</a>}
        {!held.includes(node.ref) && <a href={place.href('coverage', { held: [...held, node.ref] })}>{w.addToHeld}</a>}
      </p>
    </li>
  );
}
