import { expect, it } from 'vitest';
import { openCityCrs } from '../../../server/core/fabric/city-crs';
import { readRulesets } from '../../../server/rules';

const crs = openCityCrs(readRulesets().current.rules.measure.cityCrs.value.proj4);

it('gives the same point in place as anew, to the last digit', () => {
  for (let n = 0; n < 500; n++) {
    const [longitude, latitude] = [117.4 + (n % 25) * 0.0771, 24.2 + Math.floor(n / 25) * 0.0913];
    const point = { x: longitude, y: latitude };
    crs.project(point);
    expect([point.x, point.y]).toEqual(crs.toMetres([longitude, latitude]));
  }
});
