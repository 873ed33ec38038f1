import { useKey } from '../keys/useKey';
import { useAddress } from '../url';

/** The keys of the frame: faces, the left panel, one step back. */
export function useShellKeys(): void {
  const [{ selection, line }, go] = useAddress();
  const to = (face: 'workbench' | 'pitch' | 'overview') => () => {
    go({ face });
    return true;
  };
  useKey('faceWorkbench', to('workbench'));
  useKey('facePitch', to('pitch'));
  useKey('faceOverview', to('overview'));
  useKey('layers', () => {
    go((now) => ({ folded: now.list === 'layers' ? !now.folded : false, list: 'layers' }), { replace: true });
    return true;
  });
  useKey('back', () => {
    if (line) go({ line: null, gapMetres: null });
    else if (selection) go({ selection: null });
    else return false;
    return true;
  });
}
