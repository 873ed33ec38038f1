import type { ParkCard } from '../../../data/contract';
import { useMapHand } from '../../map/hand';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { go } from '../../url';
import { Explained } from '../parts/Explained';
import { Folded } from '../parts/Panel';

const SHOWN = 50;

/** The parcels that make up the park; a long list is cut here and goes on in the list of parcels. */
export function Members({ park }: { park: ParkCard }) {
  const t = useText(parkText);
  const format = useFormat();
  const hand = useMapHand();
  const rest = park.members.length - SHOWN;
  return (
    <Folded title={t('members')} aside={t('membersCount', { count: park.memberCount })}>
      <ul className="links">
        {park.members.slice(0, SHOWN).map((member) => (
          <li
            key={member.id}
            onMouseEnter={() => hand.setHighlight({ layer: 'parcels', id: member.id })}
            onMouseLeave={() => hand.setHighlight(null)}
          >
            <button type="button" onClick={() => go({ selection: { kind: 'parcel', id: member.id } })}>
              {member.number}
            </button>
            <span className="hint">
              <Explained about={{ formula: 'area' }}>{format.mu(member.areaMu)}</Explained>
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className="links">
          <button type="button" onClick={() => go({ list: 'parcels', filter: { park: park.id }, folded: false })}>
            {t('allMembers', { count: park.memberCount })}
          </button>
        </p>
      )}
    </Folded>
  );
}
