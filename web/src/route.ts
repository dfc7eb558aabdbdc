// Where the reader is: a view and all that it shows, in the part of the address behind the #, which browsers keep to
// themselves. The address is the state: whoever follows it sees the same.
import { store, useStore } from './store';

export const views = ['coverage', 'todo', 'explain', 'crosswalk', 'overlap', 'neighbourhood', 'facts', 'search'] as const;
export type View = (typeof views)[number];

/** What goes along from view to view: the question and the language. */
const shared = ['lang', 'held', 'target', 'asof', 'scope', 'assurance', 'hops'];

/** New values of parameters; undefined, the empty text and the empty list take one away. */
export type Changes = Record<string, string | string[] | undefined>;

export interface Route {
  view: View;
  params: URLSearchParams;
}

export function parse(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  return { view: views.find((v) => v === path) ?? 'coverage', params: new URLSearchParams(query) };
}

/** Writes parameters so that people can read them: refs and lists keep their slashes and commas. */
function format(view: View, params: URLSearchParams): string {
  const pairs = [...params].map(([k, v]) => `${k}=${encodeURIComponent(v).replace(/%2F/g, '/').replace(/%2C/g, ',').replace(/%20/g, '+')}`);
  return `#/${view}${pairs.length ? `?${pairs.join('&')}` : ''}`;
}

const current = store(location.hash);
addEventListener('hashchange', () => current.set(location.hash));

/** The address of a view with changes: within a view the rest stays, and to another one only what is shared goes along. */
export function href(from: Route, view: View, changes: Changes = {}): string {
  const params = new URLSearchParams();
  for (const [k, v] of from.params) if (view === from.view || shared.includes(k)) params.set(k, v);
  for (const [k, v] of Object.entries(changes)) {
    const text = Array.isArray(v) ? v.join(',') : v;
    if (text) params.set(k, text);
    else params.delete(k);
  }
  return format(view, params);
}

/** Goes to an address. With replace it leaves no trace in the history, as for what is being typed. */
export function go(to: string, replace = false): void {
  if (replace) {
    history.replaceState(null, '', to);
    current.set(to);
  } else {
    location.hash = to;
  }
}

export interface Place extends Route {
  get: (key: string) => string;
  list: (key: string) => string[];
  href: (view: View, changes?: Changes) => string;
  /** Changes parameters of this view. */
  change: (changes: Changes, replace?: boolean) => void;
}

export function usePlace(): Place {
  const route = parse(useStore(current));
  const get = (key: string) => route.params.get(key) ?? '';
  return {
    ...route,
    get,
    list: (key) => get(key).split(',').filter(Boolean),
    href: (view, changes) => href(route, view, changes),
    // The address may have changed since this was drawn.
    change: (changes, replace) => go(href(parse(location.hash), route.view, changes), replace),
  };
}
