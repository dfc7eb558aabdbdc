// What stands where an answer is missing: on its way, refused, or not asked for yet.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useTongue } from '../i18n';
import { key } from '../key';
import { connected, renew, type Answer } from '../query';
import { current, shown } from '../revision';
import { useStore } from '../store';

/** Draws an answer, or what stands in its place. The place keeps its height while the next answer is on its way. */
export function Shown<Data>({ answer, children }: { answer: Answer<Data>; children: (data: Data) => ComponentChildren }) {
  const { w } = useTongue();
  const { data, failure } = answer;
  if (failure?.code === 'UNAUTHENTICATED') return <AskForKey />;
  if (failure && !failure.waiting) {
    return (
      <div class="state" role="alert">
        <p class="state-title">{failure.code === 'UNKNOWN_REF' ? w.unknownRef : w.refused}</p>
        <p lang="en">{failure.message}</p>
        {failure.nearest.length > 0 && (
          <p>
            {w.didYouMean} {failure.nearest.map((ref, i) => [i > 0 && ', ', <code key={ref}>{ref}</code>])}
          </p>
        )}
        <button type="button" onClick={answer.again}>
          {w.tryAgain}
        </button>
      </div>
    );
  }
  if (!data) {
    return (
      <div class="state waiting" role="status">
        <span class="quiet">{w.loading}</span>
        <div class="bones" aria-hidden="true">
          {[0, 1, 2, 3, 4, 5].map((i) => (
            <i key={i} />
          ))}
        </div>
      </div>
    );
  }
  return (
    <div class="shown" aria-busy={answer.stale}>
      {children(data)}
    </div>
  );
}

function AskForKey() {
  const { w } = useTongue();
  const [text, setText] = useState('');
  return (
    <form
      class="state"
      onSubmit={(e) => {
        e.preventDefault();
        key.set(text.trim());
      }}
    >
      <p class="state-title" role="alert">
        {key.get() ? w.wrongKey : w.needsKey}
      </p>
      <label class="field">
        <span>{w.key}</span>
        <input type="password" autocomplete="off" value={text} onInput={(e) => setText(e.currentTarget.value)} />
      </label>
      <p class="quiet">{w.keyMeans}</p>
      <button type="submit">{w.openWithKey}</button>
    </form>
  );
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="state">
      <p class="state-title">{title}</p>
      {children}
    </div>
  );
}

/** Says that the server is away, as long as it is; and that it has other data by now, which is not put under the eyes of who reads. */
export function Connection() {
  const { w, n } = useTongue();
  const there = useStore(connected);
  const newest = useStore(current);
  const moved = useStore(shown) !== '' && newest !== null && newest.hash !== shown.get();
  return (
    <div class="connection" role="status">
      {!there && <p>{w.serverAway}</p>}
      {there && moved && (
        <p>
          {w.dataMoved(n(newest.number))}{' '}
          <button type="button" onClick={renew}>
            {w.showNewData}
          </button>
        </p>
      )}
    </div>
  );
}
