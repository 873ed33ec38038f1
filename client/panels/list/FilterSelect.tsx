import { Select } from 'antd';
import { useText } from '../../text/i18n';
import { listText } from '../../text/list';
import type { FilterName, ListFilter } from './useListFilter';

interface Props {
  filter: ListFilter;
  name: FilterName;
  label: string;
  options: readonly { value: string; label: string }[];
  /** What nothing chosen means, where it is not simply any. */
  any?: string;
  /** Several values at once, comma separated in the address. */
  several?: boolean;
}

/** One filter field; nothing chosen means any. */
export function FilterSelect({ filter, name, label, options, any, several = false }: Props) {
  const t = useText(listText);
  const held = filter.get(name);
  const chosen = held ? held.split(',') : [];
  const shared = {
    size: 'small' as const,
    allowClear: true,
    'aria-label': label,
    placeholder: `${label}: ${any ?? t('any')}`,
    options: [...options],
    popupMatchSelectWidth: false,
  };
  if (several)
    return (
      <Select<string[]>
        {...shared}
        mode="multiple"
        className={chosen.length > 1 ? 'list-several' : ''}
        value={chosen}
        onChange={(values) => filter.set(name, values.join(','))}
      />
    );
  return <Select<string | null> {...shared} value={held ?? null} onChange={(value) => filter.set(name, value)} />;
}
