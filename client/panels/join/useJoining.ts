import { joinParkPlots } from '../../../data/contract';
import { useAnswer } from '../../answers';
import type { JoinQuestion } from './joinQuestion';

const JOINED_BY = ['parks', 'parcels', 'corridors', 'leftover', 'rulings'] as const;

/** Asks for the lightest plots that make a park whole; the answer before stays in sight until the new one is here. */
export const useJoining = (question: JoinQuestion, enabled = true) =>
  useAnswer(joinParkPlots, { body: question }, { layers: JOINED_BY, enabled, keep: true });

/** Asks what the set would be without one of its plots; nothing is shown of another question meanwhile. */
export const useAlternative = (question: JoinQuestion, enabled: boolean) =>
  useAnswer(joinParkPlots, { body: question }, { layers: JOINED_BY, enabled });
