import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RuleChanges } from '../../../data/contract';
import { go, useAddress } from '../../url';
import { isMovable, type MovableRule, type RuleRow, type RuleValue, readValue } from './ruleValue';

const SETTLE_MS = 250;

/** The moved thresholds: they live in the address, what the hand holds for a moment here. */
export interface Moves {
  /** By `group.name`, as the address has them: what is asked about. */
  readonly changes: RuleChanges;
  /** Moved rules in reading order, with those still in the hand. */
  readonly moved: readonly MovableRule[];
  /** Entries of the address that no rule can be given. */
  readonly dropped: number;
  valueAt(row: MovableRule): RuleValue;
  /** Moves a rule once the hand rests; null, or its value in force, puts it back. */
  move(row: MovableRule, value: RuleValue | null): void;
  /** Takes these changes in place of all others; leaves a step behind for the back button. */
  load(changes: RuleChanges): void;
}

/** Reads the moved thresholds from the address and writes them there. */
export function useMoves(rows: readonly RuleRow[]): Moves {
  const [{ rules }] = useAddress();
  const movable = useMemo(() => rows.filter(isMovable), [rows]);
  const changes = useMemo(() => readChanges(movable, rules), [movable, rules]);
  const [held, setHeld] = useState<RuleChanges>({});
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(held);
  useEffect(() => () => clearTimeout(settling.current), []);

  const settle = useCallback(() => {
    const settled = Object.entries(latest.current).map(([rule, value]) => [rule, String(value)]);
    latest.current = {};
    setHeld({});
    go((now) => ({ rules: standing(movable, { ...now.rules, ...Object.fromEntries(settled) }) }), { replace: true });
  }, [movable]);
  const move = useCallback(
    (row: MovableRule, value: RuleValue | null) => {
      latest.current = { ...latest.current, [row.rule]: value ?? row.value };
      setHeld(latest.current);
      clearTimeout(settling.current);
      settling.current = setTimeout(settle, value === null ? 0 : SETTLE_MS);
    },
    [settle],
  );
  const load = useCallback((next: RuleChanges) => {
    clearTimeout(settling.current);
    latest.current = {};
    setHeld({});
    go({ rules: Object.fromEntries(Object.entries(next).map(([rule, value]) => [rule, String(value)])) });
  }, []);
  const valueAt = (row: MovableRule): RuleValue => held[row.rule] ?? changes[row.rule] ?? row.value;
  return {
    changes,
    moved: movable.filter((row) => valueAt(row) !== row.value || changes[row.rule] !== undefined),
    dropped: Object.keys(standing(movable, rules)).length - Object.keys(changes).length,
    valueAt,
    move,
    load,
  };
}

function readChanges(movable: readonly MovableRule[], texts: Readonly<Record<string, string>>): RuleChanges {
  return Object.fromEntries(
    movable.flatMap((row): [string, RuleValue][] => {
      const text = texts[row.rule];
      const value = text === undefined ? null : readValue(row, text);
      return value === null || value === row.value ? [] : [[row.rule, value]];
    }),
  );
}

/** Without the rules that stand where they are in force. */
function standing(movable: readonly MovableRule[], texts: Readonly<Record<string, string>>): Record<string, string> {
  const inForce = new Map(movable.map((row) => [row.rule, row.value]));
  return Object.fromEntries(Object.entries(texts).filter(([rule, text]) => text !== String(inForce.get(rule))));
}
