import { useKey } from '../keys/useKey';
import { type Face, useAddress } from '../url';
import { useToFace } from './useToFace';

/** The keys of the frame: faces, the left panel, one step back. */
export function useShellKeys(): void {
  const [{ selection, line }, go] = useAddress();
  const toFace = useToFace();
  const to = (face: Face) => () => {
    toFace(face);
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
