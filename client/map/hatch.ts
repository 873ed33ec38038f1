import { leftoverInk } from '../../data/looks/classes';
import type { ThemeName } from '../style/tokens';
import type { HatchName } from './palette';

const sizePixels = 10;
const pixelRatio = 2;

/** The image name of a hatch in a theme; the map asks for it when it first needs it. */
export const hatchId = (hatch: HatchName, theme: ThemeName): string => `hatch:${hatch}:${theme}`;

type Brush = CanvasRenderingContext2D;
const line = (brush: Brush, x0: number, y0: number, x1: number, y1: number) => {
  brush.moveTo(x0, y0);
  brush.lineTo(x1, y1);
};
const strokes: Record<Exclude<HatchName, 'question'>, (brush: Brush, size: number) => void> = {
  // the diagonal runs on into the neighbouring tile at both corners
  diagonal: (brush, s) => {
    line(brush, -1, s + 1, s + 1, -1);
    line(brush, -1, 1, 1, -1);
    line(brush, s - 1, s + 1, s + 1, s - 1);
  },
  cross: (brush, s) => {
    line(brush, s * 0.2, s * 0.2, s * 0.8, s * 0.8);
    line(brush, s * 0.2, s * 0.8, s * 0.8, s * 0.2);
  },
  dots: (brush, s) => {
    for (const at of [0.25, 0.75]) {
      brush.moveTo(s * at + 1.3, s * at);
      brush.arc(s * at, s * at, 1.3, 0, Math.PI * 2);
    }
  },
};

/** Draws one tile of a hatch; the legend and the map use the same drawing. */
export function drawHatch(hatch: Exclude<HatchName, 'question'>, ink: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = sizePixels * pixelRatio;
  canvas.height = sizePixels * pixelRatio;
  const brush = canvas.getContext('2d');
  if (!brush) return canvas;
  brush.scale(pixelRatio, pixelRatio);
  brush.strokeStyle = ink;
  brush.fillStyle = ink;
  brush.lineWidth = 1.4;
  brush.beginPath();
  strokes[hatch](brush, sizePixels);
  if (hatch === 'dots') brush.fill();
  else brush.stroke();
  return canvas;
}

/** The image behind a name made by `hatchId`, or null for a name that is not ours. */
export function hatchImage(id: string): { data: ImageData; pixelRatio: number } | null {
  const [kind, hatch, theme] = id.split(':');
  if (kind !== 'hatch' || !hatch || !(hatch in strokes) || (theme !== 'light' && theme !== 'dark')) return null;
  const canvas = drawHatch(hatch as Exclude<HatchName, 'question'>, leftoverInk[theme]);
  const brush = canvas.getContext('2d');
  return brush ? { data: brush.getImageData(0, 0, canvas.width, canvas.height), pixelRatio } : null;
}
