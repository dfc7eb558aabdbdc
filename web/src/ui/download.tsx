// Documents to take along, made by the server for the question that is shown.
import { useState } from 'preact/hooks';
import { ask, Failure } from '../api';
import { DownloadDocument, type DeliverableFormat, type DeliverableKind, type DeliverableLanguage } from '../generated';
import { useTongue } from '../i18n';
import { inventory } from '../inventory';
import { useQuestion } from '../question';

const kinds: DeliverableKind[] = ['WORKBOOK', 'SOA', 'OPERATION_STATEMENT', 'TRANSITION', 'AUDIT_TIME', 'SUMMARY'];
const formats: DeliverableFormat[] = ['XLSX', 'CSV', 'MD', 'HTML'];
const languages: DeliverableLanguage[] = ['EN', 'KO', 'BOTH'];

/** A summary is a page; everything else has tables. */
const canBe = (kind: DeliverableKind, format: DeliverableFormat) => kind !== 'SUMMARY' || format === 'MD' || format === 'HTML';

export function Download() {
  const { w, language } = useTongue();
  const { variables, target } = useQuestion();
  const [kind, setKind] = useState<DeliverableKind>('WORKBOOK');
  const [wanted, setFormat] = useState<DeliverableFormat>('XLSX');
  const [chosen, setLanguage] = useState<DeliverableLanguage | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const format = canBe(kind, wanted) ? wanted : 'HTML';

  const download = async () => {
    setBusy(true);
    setFailure('');
    try {
      const organization = inventory.get()?.organization ?? null;
      const { deliverable } = await ask(DownloadDocument, { ...variables, kind, format, documentLanguage: chosen ?? language, target, organization });
      save(deliverable.fileName, deliverable.mediaType, deliverable.content);
    } catch (error) {
      setFailure(error instanceof Failure && error.message ? error.message : w.serverAway);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      class="download no-print"
      aria-label={w.download}
      onSubmit={(e) => {
        e.preventDefault();
        void download();
      }}
    >
      <label class="field">
        <span>{w.document}</span>
        <select value={kind} onChange={(e) => setKind(e.currentTarget.value as DeliverableKind)}>
          {kinds.map((k) => (
            <option key={k} value={k}>
              {w.deliverable[k]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{w.format}</span>
        <select value={format} onChange={(e) => setFormat(e.currentTarget.value as DeliverableFormat)}>
          {formats
            .filter((f) => canBe(kind, f))
            .map((f) => (
              <option key={f} value={f}>
                {w.formats[f]}
              </option>
            ))}
        </select>
      </label>
      <label class="field">
        <span>{w.documentLanguage}</span>
        <select value={chosen ?? language} onChange={(e) => setLanguage(e.currentTarget.value as DeliverableLanguage)}>
          {languages.map((l) => (
            <option key={l} value={l}>
              {w.languages[l]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" disabled={busy}>
        {busy ? w.loading : w.download}
      </button>
      <div role="status">{failure && <p class="note warn">{failure}</p>}</div>
    </form>
  );
}

function save(name: string, media: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: media }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
