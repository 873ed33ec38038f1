import type { LeftoverKind } from '../../../data/contract/vocabulary';
import { type ClassLook, leftoverInk, notGiven, notGivenFill } from '../../../data/looks/classes';
import { drawHatch } from '../../map/hatch';
import { leftoverLook } from '../../map/palette';
import { inkOn } from '../../style/contrast';
import type { ThemeName } from '../../style/tokens';
import { useLanguage } from '../../text/i18n';
import { useAddress } from '../../url';
import './legend.css';

/** A class as the map paints it: fill, outline and letter. */
export function ClassSwatch({ look }: { look: ClassLook | null }) {
  const language = useLanguage();
  const [{ theme }] = useAddress();
  const { outline, letter } = look ?? notGiven;
  const fill = look?.fill ?? notGivenFill[theme];
  return (
    <span
      className={`swatch swatch-${outline}`}
      style={{ background: fill, color: inkOn(fill, '#23282a', '#ffffff') }}
      aria-hidden="true"
    >
      {letter[language]}
    </span>
  );
}

const hatchUrls = new Map<string, string>();
function hatchUrl(hatch: 'diagonal' | 'cross' | 'dots', theme: ThemeName): string {
  const key = `${hatch}:${theme}`;
  const known = hatchUrls.get(key);
  if (known) return known;
  const url = drawHatch(hatch, leftoverInk[theme]).toDataURL();
  hatchUrls.set(key, url);
  return url;
}

/** A leftover kind as the map hatches it. */
export function HatchSwatch({ kind }: { kind: LeftoverKind }) {
  const [{ theme }] = useAddress();
  const ink = leftoverInk[theme];
  if (kind === 'not-adjacent' || kind === 'too-large') return <span className="swatch" aria-hidden="true" />;
  const { hatch, letter } = leftoverLook[kind];
  if (hatch === 'question')
    return (
      <span className="swatch swatch-open" style={{ borderColor: ink, color: ink }} aria-hidden="true">
        {letter}
      </span>
    );
  return (
    <span
      className="swatch"
      style={{ borderColor: ink, backgroundImage: `url(${hatchUrl(hatch, theme)})`, backgroundSize: 10 }}
      aria-hidden="true"
    />
  );
}

/** A line as the map draws it, dashed by its own pattern. */
export function LineSwatch({ colour, dash, casing }: { colour: string; dash?: readonly number[]; casing?: string }) {
  return (
    <svg className="swatch-line" viewBox="0 0 28 10" aria-hidden="true">
      {casing && <path d="M0 5h28" stroke={casing} strokeWidth={7} />}
      <path
        d="M0 5h28"
        stroke={colour}
        strokeWidth={casing ? 4.6 : 2}
        {...(dash ? { strokeDasharray: dash.map((length) => length * 2).join(' ') } : {})}
      />
    </svg>
  );
}
