import type { Spread } from '../formats/crs/place';
import type { RawFile } from '../formats/raw-file';
import type { KindOfImport } from './kinds/kind';
import { type JudgedRecord, judgeRecords } from './measure-records';
import { type ColumnProfile, openProfiles } from './profile-columns';
import { thinOut } from './thin-out';

/** What one walk through a file tells, in memory that does not grow with it. */
export interface Survey {
  spread: Spread;
  profiles: ColumnProfile[];
  /** The first records, for a table. */
  first: JudgedRecord[];
  /** The first faulty ones. */
  faulty: JudgedRecord[];
  /** All records of a small file, every nth of a large one. */
  sample: JudgedRecord[];
  seen: number;
  seenFaulty: number;
}

const firstShown = 100;
const faultyShown = 500;
const pointsKept = 5000;
/** Positions of all outlines kept together; also each record weighs as much as a few. */
const sampleWeight = 150_000;
const recordWeight = 20;

/** Walks through a file once. `onProgress` is told how many records have been seen. */
export async function survey(
  raw: RawFile,
  kind: KindOfImport,
  onProgress: (seen: number) => void = () => undefined,
): Promise<Survey> {
  const points = thinOut<[number, number]>(pointsKept);
  const sample = thinOut<JudgedRecord>(sampleWeight, weightOf);
  const profiles = openProfiles(raw.columns);
  const first: JudgedRecord[] = [];
  const faulty: JudgedRecord[] = [];
  const box = openBox();
  let seen = 0;
  let seenFaulty = 0;
  for await (const batch of raw.batches()) {
    for (const record of judgeRecords(batch, kind)) {
      seen++;
      profiles.add(record.properties);
      sample.add(record);
      if (first.length < firstShown) first.push(record);
      if (record.fault || !record.shape.ok) {
        seenFaulty++;
        if (faulty.length < faultyShown) faulty.push(record);
      }
      const start = record.shape.polygons?.[0]?.[0]?.[0];
      if (start) points.add(start);
      box.add(record.shape.polygons ?? []);
    }
    onProgress(seen);
  }
  const spread = { points: points.items(), box: box.found() };
  return { spread, profiles: profiles.profiles(), first, faulty, sample: sample.items(), seen, seenFaulty };
}

function weightOf({ shape }: JudgedRecord): number {
  return recordWeight + (shape.polygons?.reduce((sum, part) => sum + positionsOf(part), 0) ?? 0);
}

const positionsOf = (part: readonly (readonly unknown[])[]): number => part.reduce((sum, ring) => sum + ring.length, 0);

function openBox() {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  return {
    add(parts: readonly (readonly (readonly [number, number])[])[][]): void {
      for (const part of parts) {
        for (const ring of part) {
          for (const [x, y] of ring) {
            if (x < box[0]) box[0] = x;
            if (y < box[1]) box[1] = y;
            if (x > box[2]) box[2] = x;
            if (y > box[3]) box[3] = y;
          }
        }
      }
    },
    found: () => (box[0] === Infinity ? null : box),
  };
}
