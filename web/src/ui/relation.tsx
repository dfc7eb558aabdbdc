// The five relations as signs, and the other way round.
import type { Relation } from '../generated';
import { useTongue } from '../i18n';

export const signs: Record<Relation, string> = {
  EQUAL_TO: '=',
  SUBSET_OF: '⊂',
  SUPERSET_OF: '⊃',
  INTERSECTS_WITH: '∩',
  NO_RELATIONSHIP: '∅',
};

export function converse(relation: Relation): Relation {
  if (relation === 'SUBSET_OF') return 'SUPERSET_OF';
  if (relation === 'SUPERSET_OF') return 'SUBSET_OF';
  return relation;
}

export function RelationWord({ relation }: { relation: Relation }) {
  const { w } = useTongue();
  return (
    <span class="relation">
      <span class="relation-sign" aria-hidden="true">
        {signs[relation]}
      </span>
      {w.relation[relation]}
    </span>
  );
}
