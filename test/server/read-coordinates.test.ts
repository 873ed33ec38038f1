import { describe, expect, it } from 'vitest';
import { openCityCrs } from '../../server/core/fabric/city-crs';
import { readRulesets } from '../../server/rules';
import { readCoordinates } from '../../server/search/read-coordinates';

const { planningExtent, cityCrs } = readRulesets().current.rules.measure;
const settings = { planningExtent: planningExtent.value, cityCrs: cityCrs.value };
const read = (typed: string) => readCoordinates(typed, settings);
const place = { lon: 118.6, lat: 24.9 };
const inZone = (meridian: number): [number, number] =>
  openCityCrs(`+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=500000 +ellps=GRS80 +units=m`).toMetres([118.6, 24.9]);
const west = inZone(117);
const east = inZone(120);
const [cityEast, cityNorth] = openCityCrs(cityCrs.value.proj4).toMetres([118.6, 24.9]);

describe('coordinates as people type them', () => {
  it.each([
    ['118.6,24.9'],
    ['118.6 24.9'],
    ['24.9, 118.6'],
    ['24.9N 118.6E'],
    ['E118.6 N24.9'],
    ['118.6°, 24.9°'],
    ['１１８．６，２４．９'],
    [`118°36'0"E 24°54'0"N`],
    ['24°54′00″N, 118°36′00″E'],
    ['北纬24度54分0秒 东经118度36分0秒'],
    [`118°36' 24°54'`],
  ])('%s is read in degrees', (typed) => {
    const [reading, ...others] = read(typed);
    expect(others).toEqual([]);
    expect(reading?.lon).toBeCloseTo(place.lon, 7);
    expect(reading?.lat).toBeCloseTo(place.lat, 7);
  });

  it.each([
    ['zone 39, with its number', `${39_000_000 + west[0]}, ${west[1]}`],
    ['zone 40, with its number', `${40_000_000 + east[0]}, ${east[1]}`],
    ['zone 40, northing first', `${east[1]} ${40_000_000 + east[0]}`],
    ['zone 39 without its number', `${west[0]}, ${west[1]}`],
    ['zone 40 without its number', `X=${east[1]} Y=${east[0]}`],
    ['the city CRS', `${cityEast} ${cityNorth}`],
  ])('%s is read in metres, among the places it may mean', (_, typed) => {
    const readings = read(typed);
    const right = readings.find(({ lon }) => Math.abs(lon - place.lon) < 1e-7);
    expect(right?.lat).toBeCloseTo(place.lat, 7);
    for (const { lon } of readings) {
      expect(lon).toBeGreaterThanOrEqual(settings.planningExtent[0]);
      expect(lon).toBeLessThanOrEqual(settings.planningExtent[2]);
    }
  });

  it('gives every zone that a bare easting may belong to', () => {
    expect(read('510000 2755000').length).toBeGreaterThanOrEqual(1);
    const crs = read(`${west[0]} ${west[1]}`).map((reading) => reading.crs.en);
    expect(new Set(crs).size).toBe(crs.length);
  });

  it.each([['样例园'], ['12'], ['YL01-01-0001'], ['350500 12'], ['118.6'], ['1,2,3'], ['999 999']])(
    '%s is no coordinate here',
    (typed) => {
      expect(read(typed)).toEqual([]);
    },
  );
});
