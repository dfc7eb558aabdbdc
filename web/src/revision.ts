// Which revision of the data the page shows, and which one the server has by now.
import { key } from './key';
import { store } from './store';

/** The hash of the revision that the first answer came from, of those that are shown; others may be newer. Empty before it is there. */
export const shown = store('');

/** The revision that the server answers from, as it tells while somebody looks at the page. */
export const current = store<{ number: number; hash: string } | null>(null);

const pause = 5000;

// Browsers open few connections to one server: a page that nobody looks at holds none.
let abort: AbortController | null = null;
let started = false; // once there is an answer, there is a server that lets this page ask

function follow(): void {
  abort?.abort();
  abort = null;
  if (!started || document.hidden) return;
  const own = new AbortController();
  abort = own;
  listen(own.signal)
    .catch(() => {}) // the server is away, which the page says where it asks for something
    .then(() => setTimeout(() => abort === own && follow(), pause));
}

/** Reads the events of /revisions until the stream ends. EventSource would send no key. */
async function listen(signal: AbortSignal): Promise<void> {
  const response = await fetch('revisions', { headers: { Accept: 'text/event-stream', ...(key.get() && { Authorization: `Bearer ${key.get()}` }) }, signal });
  if (!response.ok || !response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let text = ''; ; ) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (text + value).split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data) current.set(JSON.parse(data) as { number: number; hash: string });
    }
  }
}

shown.subscribe(() => {
  if (started) return;
  started = true;
  follow();
});
key.subscribe(follow);
document.addEventListener('visibilitychange', follow);
