// Standards and requirements to choose from.
import { useEffect, useState } from 'preact/hooks';
import { FindDocument, StandardsDocument, type StandardsQuery } from '../generated';
import { useTongue } from '../i18n';
import { useQuery } from '../query';
import type { Choice } from './combobox';

export type Standard = StandardsQuery['standards'][number];

/** All standards, those in force first; none until they are loaded. */
export function useStandards(): Standard[] {
  const { language } = useTongue();
  const { data } = useQuery(StandardsDocument, { language });
  const late = (s: Standard) => (s.status === 'CURRENT' ? 0 : 1);
  return [...(data?.standards ?? [])].sort((a, b) => late(a) - late(b));
}

/** The title of a standard by its ref; the ref until it is known. */
export function useTitles(): (ref: string) => string {
  const standards = useStandards();
  return (ref) => standards.find((s) => s.ref === ref)?.title ?? ref;
}

/** A value that has not changed for a moment, so that typing does not ask for every letter. */
export function useSettled<T>(value: T, ms = 120): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

/** Requirements that a text finds, as choices. */
export function useRequirementChoices(text: string): Choice[] {
  const { language } = useTongue();
  const query = useSettled(text.trim());
  const { data } = useQuery(FindDocument, query.length > 1 ? { query, language } : null);
  return (data?.search.edges ?? []).map(({ node }) => ({ value: node.ref, label: node.name, note: node.ref }));
}

/** The number of an ISO standard without its subject; any other title as it is. */
export function short(title: string): string {
  return /^ISO(\/IEC)? \d+(-\d+)?:\d{4}/.exec(title)?.[0] ?? title;
}
