import { cancelRun } from './cancel-run';
import { changePark } from './change-park';
import { commitImport } from './commit-import';
import { createPark } from './create-park';
import { makeRuling } from './make-ruling';
import { mendImport } from './mend-import';
import { orderRun } from './order-run';
import type { Verbs } from './perform';
import { removeDraftRuleset } from './remove-draft-ruleset';
import { removePark } from './remove-park';
import { restoreDraftRuleset } from './restore-draft-ruleset';
import { restorePark } from './restore-park';
import { restoreRuling } from './restore-ruling';
import { resumeRun } from './resume-run';
import { saveDraftRuleset } from './save-draft-ruleset';
import { unmendImport } from './unmend-import';
import { withdrawImport } from './withdraw-import';
import { withdrawRuling } from './withdraw-ruling';

/** Every verb that the one door knows; an event's inverse names one of these, so none is ever renamed. */
export const verbs: Verbs = {
  'create-park': createPark,
  'change-park': changePark,
  'remove-park': removePark,
  'restore-park': restorePark,
  'save-draft-ruleset': saveDraftRuleset,
  'remove-draft-ruleset': removeDraftRuleset,
  'restore-draft-ruleset': restoreDraftRuleset,
  'commit-import': commitImport,
  'withdraw-import': withdrawImport,
  'mend-import': mendImport,
  'unmend-import': unmendImport,
  'make-ruling': makeRuling,
  'withdraw-ruling': withdrawRuling,
  'restore-ruling': restoreRuling,
  'order-run': orderRun,
  'cancel-run': cancelRun,
  'resume-run': resumeRun,
};
