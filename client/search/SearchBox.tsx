import { SearchOutlined } from '@ant-design/icons';
import { AutoComplete, type GetRef, Input } from 'antd';
import { useRef, useState } from 'react';
import { type Answer, type SearchHit, search } from '../../data/contract';
import { useAnswer } from '../answers';
import { useKey } from '../keys/useKey';
import { useNarrow } from '../shell/useNarrow';
import { useText } from '../text/i18n';
import { searchText } from '../text/search';
import { markMatches } from './markMatches';
import { useOpenHit } from './useOpenHit';
import { useSettled } from './useSettled';
import './search.css';

const REST_MS = 150;
const HITS_EACH = 6;

/** One box for units, parks, parcels, carriers, segments, firms and coordinates; `/` leads here, Esc leaves. */
export function SearchBox() {
  const t = useText(searchText);
  const box = useRef<GetRef<typeof AutoComplete>>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const q = useSettled(text.trim(), REST_MS);
  const result = useAnswer(search, { query: { q, limit: HITS_EACH } }, { enabled: q !== '', keep: true });
  const openHit = useOpenHit();
  const groups = q === '' ? [] : (result.data?.groups ?? []);
  const hits = new Map(groups.flatMap((group) => group.hits.map((hit) => [keyOf(hit), hit] as const)));
  useKey('search', () => {
    box.current?.focus();
    return true;
  });
  const choose = (key: string) => {
    const hit = hits.get(key);
    if (!hit) return;
    setText(hit.title);
    setOpen(false);
    box.current?.blur();
    openHit(hit);
  };
  const narrow = useNarrow();
  return (
    <AutoComplete
      ref={box}
      className="search-box"
      value={text}
      open={open && text.trim() !== ''}
      onOpenChange={setOpen}
      onSelect={choose}
      showSearch={{
        onSearch: (typed) => {
          setText(typed);
          setOpen(true);
        },
      }}
      defaultActiveFirstOption
      virtual={false}
      getPopupContainer={(node: HTMLElement) => node.parentElement ?? document.body}
      notFoundContent={<p className="search-note">{note()}</p>}
      options={groups.map((group) => ({
        label: <GroupTitle group={group} />,
        title: t(group.kind),
        options: group.hits.map((hit) => ({ value: keyOf(hit), label: <Hit hit={hit} query={q} /> })),
      }))}
      popupMatchSelectWidth={narrow || 420}
      listHeight={480}
      popupRender={(menu) => <div ref={(popup) => letScrollByKey(popup)}>{menu}</div>}
    >
      <Input
        allowClear
        prefix={<SearchOutlined />}
        placeholder={t('placeholder')}
        aria-label={t('label')}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          setOpen(false);
          box.current?.blur();
        }}
      />
    </AutoComplete>
  );

  function note(): string {
    if (result.error) return t('failed', { message: result.error.message });
    return q !== text.trim() || result.isFetching ? t('searching') : t('nothing', { text: q });
  }
}

/** A list that scrolls must be reachable by Tab; the library gives its scrolling frame no property for that. */
function letScrollByKey(popup: HTMLElement | null): void {
  popup?.querySelector('.ant-select-dropdown-list-holder')?.setAttribute('tabindex', '0');
}

const keyOf = (hit: SearchHit): string => `${hit.kind}/${hit.id}`;

function GroupTitle({ group }: { group: Answer<typeof search>['groups'][number] }) {
  const t = useText(searchText);
  const { total, hits } = group;
  return (
    <span className="search-group">
      {t(group.kind)}
      {total > hits.length && <small>{t('more', { total, shown: hits.length })}</small>}
    </span>
  );
}

function Hit({ hit, query }: { hit: SearchHit; query: string }) {
  return (
    <span className="search-hit">
      <span>
        {markMatches(hit.title, query).map((part) => (part.hit ? <mark key={part.at}>{part.text}</mark> : part.text))}
      </span>
      {hit.subtitle && <small>{hit.subtitle}</small>}
    </span>
  );
}
