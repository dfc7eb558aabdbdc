// Two trees with the claims between what is pointed at, or selected, and the other side.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useTongue } from '../i18n';
import { usePlace } from '../route';
import type { Claim, Mark, TreeNode } from './crosswalk';
import { Links, linksOf } from './crosswalk-links';

interface Props {
  from: string;
  to: string;
  left: TreeNode[];
  right: TreeNode[];
  claims: Claim[];
  mark: (ref: string) => Mark;
  selected: string;
  /** What is pointed at or focused. */
  near: string;
  onNear: (ref: string) => void;
  onSelect: (ref: string) => void;
}

export function Trees(props: Props) {
  const { w } = useTongue();
  const frame = useRef<HTMLDivElement>(null);
  const focus = props.near || props.selected;
  const links = focus ? linksOf(focus, props.claims) : [];
  const linked = new Set(links.flatMap((l) => [l.left, l.right]));

  // What is selected brings the other ends into sight.
  useEffect(() => {
    const chosen = props.selected;
    if (!chosen || !frame.current) return;
    for (const side of frame.current.querySelectorAll<HTMLElement>('[role=tree]')) {
      const here = side.querySelector<HTMLElement>(`[data-ref="${CSS.escape(chosen)}"]`);
      const first = here ?? linksOf(chosen, props.claims).map((l) => side.querySelector<HTMLElement>(`[data-ref="${CSS.escape(l.left)}"], [data-ref="${CSS.escape(l.right)}"]`)).find(Boolean);
      if (!first) continue;
      const at = first.offsetTop;
      if (at < side.scrollTop + 20 || at > side.scrollTop + side.clientHeight - 60) side.scrollTop = at - side.clientHeight / 3;
    }
  }, [props.selected, props.claims]);

  return (
    <div class="trees" ref={frame} onMouseLeave={() => props.onNear('')}>
      <Tree {...props} title={props.from} nodes={props.left} linked={linked} label={w.sourceTree(props.from)} />
      <Links frame={frame} links={links} />
      <Tree {...props} title={props.to} nodes={props.right} linked={linked} label={w.targetTree(props.to)} />
    </div>
  );
}

function Tree({ title, nodes, linked, label, mark, selected, near, onNear, onSelect }: Props & { title: string; nodes: TreeNode[]; linked: Set<string>; label: string }) {
  const { w } = useTongue();
  const place = usePlace();
  const tree = useRef<HTMLUListElement>(null);
  const shut = place.list('shut');
  const onlyUnmapped = place.get('show') === 'unmapped';
  const parents = new Map(nodes.map((node) => [node.ref, node.parent?.ref]));
  const depth = (ref: string): number => {
    const parent = parents.get(ref);
    return parent !== undefined && parents.has(parent) ? 1 + depth(parent) : 0;
  };
  const isHidden = (ref: string): boolean => {
    const parent = parents.get(ref);
    return parent !== undefined && parents.has(parent) && (shut.includes(parent) || isHidden(parent));
  };
  const holders = new Set(nodes.map((node) => node.parent?.ref));
  const kept = new Set<string>();
  if (onlyUnmapped)
    for (const node of nodes)
      if (node.assessable && mark(node.ref) !== 'related') for (let r: string | undefined = node.ref; r && !kept.has(r); r = parents.get(r)) kept.add(r);
  const rows = nodes.filter((node) => !isHidden(node.ref) && (!onlyUnmapped || kept.has(node.ref)));
  const [at, setAt] = useState('');
  const stop = rows.some((r) => r.ref === at) ? at : rows.some((r) => r.ref === selected) ? selected : rows[0]?.ref;

  const toggle = (ref: string) => place.change({ shut: shut.includes(ref) ? shut.filter((s) => s !== ref) : [...shut, ref] }, true);
  const move = (ref: string | undefined) => {
    if (!ref) return;
    setAt(ref);
    tree.current?.querySelector<HTMLElement>(`[data-ref="${CSS.escape(ref)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, node: TreeNode) => {
    const i = rows.indexOf(node);
    const open = !shut.includes(node.ref);
    const keys: Record<string, () => void> = {
      ArrowDown: () => move(rows[i + 1]?.ref),
      ArrowUp: () => move(rows[i - 1]?.ref),
      Home: () => move(rows[0]?.ref),
      End: () => move(rows.at(-1)?.ref),
      ArrowRight: () => (holders.has(node.ref) && !open ? toggle(node.ref) : move(rows[i + 1]?.ref)),
      ArrowLeft: () => (holders.has(node.ref) && open ? toggle(node.ref) : move(node.parent?.ref)),
      Enter: () => onSelect(node.ref),
      ' ': () => onSelect(node.ref),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div class="tree-column">
      <p class="tree-title">{title}</p>
      <ul role="tree" aria-label={label} ref={tree} onMouseLeave={() => onNear('')}>
        {rows.map((node) => {
          const isGroup = holders.has(node.ref);
          const m = mark(node.ref);
          const open = !shut.includes(node.ref);
          return (
            <li
              key={node.ref}
              role="treeitem"
              data-ref={node.ref}
              aria-level={depth(node.ref) + 1}
              aria-expanded={isGroup ? open : undefined}
              aria-selected={node.ref === selected}
              tabIndex={node.ref === stop ? 0 : -1}
              class={`row d${Math.min(depth(node.ref), 3)} ${node.assessable ? m : 'group'} ${linked.has(node.ref) ? 'linked' : ''} ${node.ref === near ? 'near' : ''}`}
              onMouseEnter={() => onNear(node.ref)}
              onFocus={() => onNear(node.ref)}
              onBlur={() => onNear('')}
              onClick={() => (isGroup && !node.assessable ? toggle(node.ref) : onSelect(node.ref))}
              onKeyDown={(e) => onKeyDown(e, node)}
            >
              <span class="twist" aria-hidden="true">
                {isGroup ? (open ? '▾' : '▸') : ''}
              </span>
              <span class="number-of">{node.number}</span>
              <span class="row-name">{node.name}</span>
              {node.assessable && m !== 'related' && <span class="unmapped">{m === 'unrelated' ? w.markUnrelated : w.markUnclaimed}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
