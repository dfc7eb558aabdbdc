// The control inventory of the reader's organisation: chosen here, read by the server, and kept by nobody.
import { useRef, useState } from 'preact/hooks';
import { ask, Failure } from '../api';
import { ReadInventoryDocument, type ReadInventoryQuery } from '../generated';
import { useTongue } from '../i18n';
import { inventory } from '../inventory';
import { useStore } from '../store';

type Reading = ReadInventoryQuery['inventory'];

/** A request holds 256 kB, and base64 makes four bytes of three. */
const largest = 185_000;

export function Upload() {
  const { w, n } = useTongue();
  const input = useRef<HTMLInputElement>(null);
  const own = useStore(inventory);
  const [reading, setReading] = useState<Reading | null>(null);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);

  const read = async (file: File) => {
    setReading(null);
    setFailure('');
    if (file.size > largest) {
      setFailure(w.fileTooLarge(n(Math.floor(largest / 1000))));
      return;
    }
    setBusy(true);
    try {
      const { inventory: found } = await ask(ReadInventoryDocument, { fileName: file.name, content: await base64(file) });
      setReading(found);
      if (found.controls.length > 0) inventory.set({ fileName: file.name, organization: found.organization, scopes: found.scopes, controls: found.controls });
    } catch (error) {
      setFailure(error instanceof Failure && error.message ? error.message : w.serverAway);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div class="upload">
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,.yaml,.yml"
        aria-label={w.upload}
        onChange={(e) => {
          const [file] = e.currentTarget.files ?? [];
          e.currentTarget.value = '';
          if (file) void read(file);
        }}
      />
      <button type="button" aria-describedby="upload-means" onClick={() => input.current?.click()}>
        {busy ? w.loading : w.upload}
      </button>
      <p id="upload-means" class="quiet">
        {w.uploadMeans}
      </p>
      <div role="status" class="reading">
        {failure && <p class="note warn">{failure}</p>}
        {reading && reading.controls.length === 0 && <p class="note warn">{w.noControls}</p>}
        {reading && (own || reading.controls.length === 0) && <Notes of={reading} />}
      </div>
    </div>
  );
}

/** How the file was understood, what is wrong first. */
function Notes({ of }: { of: Reading }) {
  const { w, n } = useTongue();
  if (of.notes.length === 0) return null;
  const order = ['ERROR', 'WARNING', 'INFO'] as const;
  const wrong = of.notes.filter((x) => x.severity !== 'INFO').length;
  return (
    <details class="reading-notes" open={of.controls.length === 0}>
      <summary>{w.readingNotes(n(of.controls.length), n(of.notes.length), n(wrong))}</summary>
      <ul>
        {order.flatMap((severity) =>
          of.notes
            .filter((x) => x.severity === severity)
            .map((x) => (
              <li key={x.place + x.message}>
                <span class={`tag ${severity === 'INFO' ? '' : 'warn'}`}>{w.severity[severity]}</span> {x.place && <code>{x.place}</code>} <span lang="en">{x.message}</span>
              </li>
            )),
        )}
      </ul>
    </details>
  );
}

async function base64(file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });
  return url.slice(url.indexOf(',') + 1);
}
