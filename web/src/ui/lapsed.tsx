import { useTongue } from '../i18n';
import { short, useTitles } from './standards';

/** What was held, and is over on the day asked about. */
export function Lapsed({ of }: { of: { ref: string; until: string }[] }) {
  const { w, day } = useTongue();
  const title = useTitles();
  return (
    <>
      {of.map(({ ref, until }) => (
        <p key={ref + until} class="note warn" role="note">
          {w.lapsed(short(title(ref)), day(until))}
        </p>
      ))}
    </>
  );
}
