import type { Areal } from '../../../data/contract/geojson';
import { openCityCrs } from '../../core/fabric/city-crs';
import type { Part } from '../../core/fabric/fabric';
import { type Path, planarArea, shapeOfRings } from '../../core/fabric/shape';
import { groundByUnit, layZones } from '../../core/pieces/units';

/** Ground for which corridors are known to be complete. */
export interface Coverage {
  /** Whether the ground within a ring (metres) lies wholly on it. */
  covers(ring: Path): boolean;
}

/** Ground missing by no more than this share is rounding. */
const ROUNDING_SHARE = 1e-9;

/** Lays coverage out: several grounds, which may overlap, cover what any of them does. */
export function layCoverage(grounds: readonly Areal[], proj4: string): Coverage {
  const polygons = grounds.flatMap((ground) => (ground.type === 'Polygon' ? [ground.coordinates] : ground.coordinates));
  const whole = { id: 'covered', geometry: { type: 'MultiPolygon' as const, coordinates: polygons } };
  const zones = layZones([whole], openCityCrs(proj4));
  return {
    covers(ring) {
      const planarSquareMetres = planarArea([ring]);
      const part: Part = { ...shapeOfRings([ring]), plot: '', lonLat: [], perimeterMetres: 0, planarSquareMetres };
      const covered = groundByUnit(part, zones).reduce((sum, [, squareMetres]) => sum + squareMetres, 0);
      return covered >= planarSquareMetres * (1 - ROUNDING_SHARE);
    },
  };
}
