import { useVirtualizer } from '@tanstack/react-virtual';
import { type Key, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import './rows.css';

interface Props {
  /** What the list is, for the screen reader. */
  label: string;
  count: number;
  rowPixels: number;
  /** A fixed height; without it the list fills what it is given. */
  heightPixels?: number;
  keyOf: (index: number) => Key;
  /** The row under the pointer or the keyboard; -1 when it leaves. */
  onActive?: (index: number) => void;
  /** Makes the whole row a button. Without it the row's own controls take the keyboard. */
  onOpen?: (index: number) => void;
  /** The last rows came into view: time to ask for more. */
  onNearEnd?: () => void;
  /** Row that the right panel shows. */
  selected?: number;
  children: (index: number) => ReactNode;
}

const SPARE_ROWS = 8;

/** A list that draws only the rows in view. Arrows, Home and End move, Enter opens; position and size are announced. */
export function VirtualRows(props: Props) {
  const { label, count, rowPixels, heightPixels, keyOf, onActive, onOpen, onNearEnd, selected = -1, children } = props;
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => rowPixels,
    overscan: SPARE_ROWS,
    getItemKey: keyOf,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= 0 && last >= count - SPARE_ROWS) onNearEnd?.();
  }, [last, count, onNearEnd]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = destination(event, count, Math.floor((frame.current?.clientHeight ?? 0) / rowPixels));
    if (next === null) return;
    event.preventDefault();
    rows.scrollToIndex(next);
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>(`[data-index="${next}"] button`)?.focus());
  };
  if (count === 0) return null;
  return (
    <div ref={frame} className="rows" style={heightPixels === undefined ? { flex: 1 } : { height: heightPixels }}>
      <ul
        aria-label={label}
        style={{ height: rows.getTotalSize() }}
        onKeyDown={onKeyDown}
        onMouseLeave={() => onActive?.(-1)}
      >
        {items.map(({ index, key, start }) => (
          <li
            key={key}
            data-index={index}
            aria-setsize={count}
            aria-posinset={index + 1}
            aria-current={index === selected}
            style={{ height: rowPixels, transform: `translateY(${start}px)` }}
            onMouseEnter={() => onActive?.(index)}
            onFocus={() => onActive?.(index)}
          >
            {onOpen ? (
              <button type="button" onClick={() => onOpen(index)}>
                {children(index)}
              </button>
            ) : (
              children(index)
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The row that a key leads to from the row that has the focus, or null for a key that does not move. */
function destination(event: KeyboardEvent, count: number, page: number): number | null {
  const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
  const at = Number(row?.dataset.index ?? -1);
  const to: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + Math.max(1, page),
    PageUp: at - Math.max(1, page),
    Home: 0,
    End: count - 1,
  };
  const next = to[event.key];
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next));
}
