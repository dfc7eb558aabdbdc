import { useStandards } from './standards';

/** What an answer about these standards, or about parts of them, cannot mean: for each law and each guidance among them. */
export function Notice({ of }: { of: string[] }) {
  const refs = of.map((ref) => ref.split('/')[0]);
  return <Notices texts={useStandards().flatMap((s) => (s.notice && refs.includes(s.ref) ? [s.notice] : []))} />;
}

export function Notices({ texts }: { texts: string[] }) {
  return (
    <>
      {texts.map((text) => (
        <p key={text} class="note" role="note">
          {text}
        </p>
      ))}
    </>
  );
}
