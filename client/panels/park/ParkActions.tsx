import { CopyOutlined, DeleteOutlined, EditOutlined, LinkOutlined, PartitionOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { type ParkCard, type ParkVerdict, removePark } from '../../../data/contract';
import { useWrite } from '../../answers';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { go } from '../../url';
import { useOpenForm } from '../form/useOpenForm';
import { useUndoToast } from '../history/useUndoToast';
import { RenamePark } from './RenamePark';
import { writeCitation } from './writeCitation';

interface Props {
  park: ParkCard;
  verdict: ParkVerdict | undefined;
}

/** What can be done with a park: copy a link or a citation; a draft can be renamed, re-picked and deleted. */
export function ParkActions({ park, verdict }: Props) {
  const t = useText(parkText);
  const format = useFormat();
  const { message, modal } = App.useApp();
  const [renames, setRenames] = useState(false);
  const remove = useWrite(removePark);
  const offerUndo = useUndoToast();
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => message.success(t('copied')),
      () => message.info(t('copyFailed', { text })),
    );
  const openForm = useOpenForm();
  /** Leads to the form with the draft's parcels picked; saving there changes the draft. */
  const changeMembers = () =>
    openForm(
      park.id,
      park.members.map((member) => member.id),
    );
  const ask = () =>
    modal.confirm({
      title: t('removeAsk', { name: park.name }),
      content: t('removeWhy'),
      okText: t('remove'),
      cancelText: t('keepIt'),
      okButtonProps: { danger: true },
      onOk: dismiss,
    });
  const dismiss = () =>
    remove.mutate(
      { params: { id: park.id }, query: { version: park.version } },
      {
        onSuccess: ({ event }) => {
          go({ selection: null });
          offerUndo(t('removed', { name: park.name }), event);
        },
        onError: (error) => message.error(error.message),
      },
    );
  return (
    <>
      <Button size="small" icon={<LinkOutlined />} onClick={() => copy(window.location.href)}>
        {t('copyLink')}
      </Button>
      {verdict && (
        <Button
          size="small"
          icon={<CopyOutlined />}
          onClick={() => copy(writeCitation(park, verdict, window.location.href, t, format))}
        >
          {t('copyCitation')}
        </Button>
      )}
      {park.kind === 'draft' && (
        <>
          <Button size="small" icon={<EditOutlined />} onClick={() => setRenames(true)}>
            {t('rename')}
          </Button>
          <Button size="small" icon={<PartitionOutlined />} onClick={changeMembers}>
            {t('changeMembers')}
          </Button>
          <Button size="small" danger icon={<DeleteOutlined />} loading={remove.isPending} onClick={ask}>
            {t('remove')}
          </Button>
          {renames && <RenamePark park={park} onDone={() => setRenames(false)} />}
        </>
      )}
    </>
  );
}
