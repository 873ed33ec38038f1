const sideDegrees = 0.001;

/** A GeoJSON file of three parcels: the second lies over a part of the first, and the third is the second once more. */
export function writeOverlaps([west, south]: readonly [number, number]) {
  const features = [0, 0.6, 0.6].map((steps, index) => {
    const [low, high] = [west + steps * sideDegrees, west + (steps + 1) * sideDegrees];
    const ring = [
      [low, south],
      [high, south],
      [high, south + sideDegrees],
      [low, south + sideDegrees],
      [low, south],
    ];
    const properties = { DKBH: `OVER-${index + 1}` };
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  const buffer = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
  return { name: 'overlaps.geojson', mimeType: 'application/geo+json', buffer };
}
