import { useTongue } from '../i18n';

interface Doubt {
  requirement: { ref: string; name: string };
  controls: { id: string; title: string }[];
}

/** What is taken as held although no control that was given for it counts. */
export function Doubts({ doubts }: { doubts: Doubt[] }) {
  const { w, n } = useTongue();
  if (doubts.length === 0) return null;
  return (
    <details class="note warn">
      <summary>{w.doubts(n(doubts.length))}</summary>
      <ul>
        {doubts.map((d) => (
          <li key={d.requirement.ref}>
            <code>{d.requirement.ref}</code> {d.requirement.name}: {d.controls.map((c) => `${c.id} ${c.title}`).join(', ')}
          </li>
        ))}
      </ul>
    </details>
  );
}
