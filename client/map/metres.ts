const equatorMetres = 40_075_016.686;
const tilePixels = 512;

/** Ground length of one screen pixel at a latitude and zoom, in metres. */
export const metresPerPixel = (lat: number, zoom: number): number =>
  (equatorMetres * Math.cos((lat * Math.PI) / 180)) / (tilePixels * 2 ** zoom);

/** The longest round length (1, 2 or 5 times a power of ten) that fits in `room` pixels. */
export function scaleBar(metresOfPixel: number, roomPixels: number): { lengthMetres: number; widthPixels: number } {
  const most = metresOfPixel * roomPixels;
  const power = 10 ** Math.floor(Math.log10(most));
  const lengthMetres = ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
  return { lengthMetres, widthPixels: lengthMetres / metresOfPixel };
}
