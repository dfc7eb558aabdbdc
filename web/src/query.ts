// Answers for components: loaded, kept, and asked for again when the server was away.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, Failure } from './api';
import { key as access } from './key';
import type { TypedDocumentString } from './generated';
import { shown } from './revision';
import { store, useStore } from './store';

/** An answer on its way. `data` stays that of the question before until the new one is there, and `stale` says so. */
export interface Answer<Data> {
  data: Data | undefined;
  failure: Failure | undefined;
  loading: boolean;
  stale: boolean;
  again: () => void;
}

/** A page of a list, as Relay has it. */
interface Connection {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: unknown[];
}

/** Whether the server answers; the page says so when it does not. */
export const connected = store(true);

const kept = new Map<string, unknown>();
const most = 60;

/** Counts how often everything that is shown is asked for anew. */
const renewals = store(0);

let last = '';

/** Forgets all answers, and asks for those that are shown anew. */
export function renew(): void {
  kept.clear();
  shown.set('');
  renewals.set(renewals.get() + 1);
}

/** Keeps an answer, and drops those of another revision of the data. */
function keep(key: string, data: unknown): void {
  const hash = (data as { revision?: { hash: string } }).revision?.hash;
  if (hash && hash !== last) {
    kept.clear();
    last = hash;
  }
  if (hash && !shown.get()) shown.set(hash);
  kept.set(key, data);
  if (kept.size > most) kept.delete(kept.keys().next().value as string);
}

/** Asks for a document and the rest of the one list in it that `list` finds, page by page. */
export async function askAll<Data, Variables extends object>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  list?: (data: Data) => Connection,
  signal?: AbortSignal,
): Promise<Data> {
  const data = await ask(document, variables, signal);
  if (!list) return data;
  const whole = list(data);
  for (let { pageInfo } = whole; pageInfo.hasNextPage; ) {
    const next = list(await ask(document, { ...variables, after: pageInfo.endCursor }, signal));
    whole.edges.push(...next.edges);
    pageInfo = next.pageInfo;
  }
  return data;
}

const pause = 1500;

/**
 * The answer to a document. Variables of null ask nothing. Equal questions are asked once as long as the data is the same;
 * one that fails because the server is away is asked again until it is back.
 */
export function useQuery<Data, Variables extends object>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables | null,
  list?: (data: Data) => Connection,
): Answer<Data> {
  const who = useStore(access);
  const renewal = useStore(renewals);
  const key = variables && document.toString() + JSON.stringify(variables);
  const [, changed] = useState(0);
  const state = useRef<{ key: string | null; data?: Data | undefined; failure?: Failure | undefined; of?: string }>({ key: null });
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    if (!key || !variables) return;
    const found = kept.get(key) as Data | undefined;
    if (found) {
      state.current = { key, data: found, of: key };
      changed((n) => n + 1);
      return;
    }
    if (state.current.of === key) { // asked for anew: until it is there, what is shown is stale
      state.current = { ...state.current, of: '' };
      changed((n) => n + 1);
    }
    const abort = new AbortController();
    let timer = 0;
    askAll(document, variables, list, abort.signal).then(
      (data) => {
        if (abort.signal.aborted) return;
        keep(key, data);
        state.current = { key, data, of: key };
        connected.set(true);
        changed((n) => n + 1);
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const failure = error instanceof Failure ? error : new Failure(String(error), '', false);
        state.current = { ...state.current, key, failure };
        if (failure.waiting) {
          connected.set(false);
          timer = window.setTimeout(() => setTurn((n) => n + 1), pause);
        } else {
          connected.set(true);
        }
        changed((n) => n + 1);
      },
    );
    return () => {
      abort.abort();
      window.clearTimeout(timer);
    };
  }, [key, turn, who, renewal]);

  if (!key) return { data: undefined, failure: undefined, loading: false, stale: false, again: () => {} };
  const { data, failure, of, key: last } = state.current;
  const cached = of === key ? data : (kept.get(key) as Data | undefined);
  const failed = last === key ? failure : undefined;
  return {
    data: cached ?? (failed && !failed.waiting ? undefined : data),
    failure: cached ? undefined : failed,
    loading: !cached && !failed,
    stale: !cached,
    again: () => setTurn((n) => n + 1),
  };
}
