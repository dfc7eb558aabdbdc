// The frame of the page: where one can go, how it is shown, and the view itself.
import { useEffect, useRef } from 'preact/hooks';
import { useTongue } from './i18n';
import { go, usePlace, views, type View } from './route';
import { useStore } from './store';
import { setTheme, theme } from './theme';
import { PermalinkButton } from './ui/permalink';
import { Connection } from './ui/states';
import { Coverage } from './views/coverage';
import { Crosswalk } from './views/crosswalk';
import { Explain } from './views/explain';
import { Facts } from './views/facts';
import { Neighbourhood } from './views/neighbourhood';
import { Overlap } from './views/overlap';
import { Search } from './views/search';
import { Todo } from './views/todo';

const components: Record<View, () => preact.JSX.Element> = {
  coverage: Coverage,
  todo: Todo,
  explain: Explain,
  crosswalk: Crosswalk,
  overlap: Overlap,
  neighbourhood: Neighbourhood,
  facts: Facts,
  search: Search,
};

export function App() {
  const { w, code } = useTongue();
  const place = usePlace();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const Current = components[place.view];

  useEffect(() => {
    document.documentElement.lang = code;
    document.title = `${w.views[place.view]} · clausegraph`;
  }, [code, place.view]);

  // A change of view is a change of page: it starts at the top, and readers of screens hear of it.
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    scrollTo(0, 0);
    (main.current?.querySelector<HTMLElement>('[autofocus]') ?? main.current)?.focus({ preventScroll: true });
  }, [place.view]);

  // Search is one key away from everywhere, as in the tools that people have open all day.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        if (place.view === 'search') document.querySelector<HTMLInputElement>('#main input')?.focus();
        else go(place.href('search'));
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });

  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(e) => {
          e.preventDefault();
          main.current?.focus();
        }}
      >
        {w.skip}
      </a>
      <header class="top no-print">
        <a class="brand" href={place.href('coverage')}>
          clausegraph
        </a>
        <nav aria-label={w.viewsLabel}>
          <ul>
            {views.map((view) => (
              <li key={view}>
                <a href={place.href(view)} aria-current={view === place.view ? 'page' : undefined}>
                  {w.views[view]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Tools />
      </header>
      <Connection />
      <main id="main" tabIndex={-1} ref={main}>
        <Current />
      </main>
      <footer>
        <p>{w.disclaimer}</p>
        <p class="no-print">
          <a href="graphiql">GraphiQL</a> <a href="schema.graphql">{w.schema}</a> <a href="licences.md">{w.licences}</a>
          <span class="quiet">{w.searchKey}</span>
        </p>
      </footer>
    </>
  );
}

function Tools() {
  const { w, code } = useTongue();
  const place = usePlace();
  const shown = useStore(theme);
  const other = code === 'ko' ? 'en' : 'ko';
  return (
    <div class="tools">
      <PermalinkButton />
      <button type="button" onClick={() => print()}>
        {w.print}
      </button>
      <button type="button" aria-pressed={shown === 'dark'} onClick={() => setTheme(shown === 'dark' ? 'light' : 'dark')}>
        {w.dark}
      </button>
      <a class="button" lang={other} hreflang={other} href={place.href(place.view, { lang: other })}>
        {other === 'ko' ? '한국어' : 'English'}
      </a>
    </div>
  );
}
