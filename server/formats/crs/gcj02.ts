/**
 * GCJ-02, the datum of web maps in China, as its displacement has been published many times over (first as
 * `eviltransform`, later in the npm package gcoord). It is only ever taken away here, to ask
 * whether a file that claims another datum would then fit: nothing is converted by it.
 */

type Degrees = readonly [number, number];

/** Krasovsky 1940, which the formula uses whatever the datum. */
const radiusMetres = 6_378_245;
const eccentricitySquared = 0.006_693_421_622_965_943;
const { PI, sin, cos, sqrt, abs } = Math;

/** By how many degrees GCJ-02 displaces a place: east and north. */
function displacementAt([longitude, latitude]: Degrees): [number, number] {
  const [x, y] = [longitude - 105, latitude - 35];
  const short = ((20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * 2) / 3;
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * sqrt(abs(x)) +
    short +
    ((20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * 2) / 3 +
    ((160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * 2) / 3;
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * sqrt(abs(x)) +
    short +
    ((20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * 2) / 3 +
    ((150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * 2) / 3;
  const radians = (latitude / 180) * PI;
  const squeeze = 1 - eccentricitySquared * sin(radians) ** 2;
  return [
    (east * 180) / ((radiusMetres / sqrt(squeeze)) * cos(radians) * PI),
    (north * 180) / (((radiusMetres * (1 - eccentricitySquared)) / (squeeze * sqrt(squeeze))) * PI),
  ];
}

/** A place as GCJ-02 would show it, in degrees. */
export function toGcj02(place: Degrees): [number, number] {
  const [east, north] = displacementAt(place);
  return [place[0] + east, place[1] + north];
}

const rounds = 3;

/** The place that GCJ-02 shows as this one, in degrees, to a millimetre. */
export function fromGcj02(shown: Degrees): [number, number] {
  let place: [number, number] = [shown[0], shown[1]];
  for (let n = 0; n < rounds; n++) {
    const [east, north] = displacementAt(place);
    place = [shown[0] - east, shown[1] - north];
  }
  return place;
}
