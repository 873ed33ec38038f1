import { z } from 'zod';
import { leftoverFinding } from '../../../data/contract';
import { type LeftoverCode, leftoverMessages } from '../../../data/words/leftover';

const codes = Object.keys(leftoverMessages) as [LeftoverCode, ...LeftoverCode[]];
const message = z.object({ code: z.enum(codes), args: z.record(z.string(), z.union([z.string(), z.number()])) });

/** A finding as the table keeps it: its sentences are codes, said in the reader's language when they are read. */
export const storedFinding = leftoverFinding.extend({ because: z.array(message), missing: z.array(message) });
export type StoredFinding = z.output<typeof storedFinding>;
