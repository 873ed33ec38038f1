import { go } from '../url';
import { useKey } from './useKey';

/** `P` and `D` lead into forming a park from anywhere; once there, the panel's own handlers hear them first. */
export function useEntryKeys(): void {
  useKey('pick', () => {
    go({ selection: { kind: 'form', id: '-' } });
    return true;
  });
  useKey('draw', () => {
    go({ selection: { kind: 'form', id: '-' }, line: 'draw' });
    return true;
  });
}
