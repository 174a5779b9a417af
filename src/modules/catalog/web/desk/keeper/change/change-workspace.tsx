import { Link } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { SessionPrincipal } from '../../../../../../web/api/session.ts';
import { Notice } from '../../../../../../web/ui/notice.tsx';
import { type Tab, Tabs } from '../../../../../../web/ui/tabs.tsx';
import type { Change } from '../../../../desk/desk.schema.ts';
import { CompareTab } from '../compare/compare-tab.tsx';
import { PreviewTab } from '../preview/preview-tab.tsx';
import { StateTag } from '../state-tag.tsx';
import { useWords } from '../words.ts';
import { ChangeActions } from './change-actions.tsx';
import { EditTab } from './edit-tab.tsx';
import { Conflict, SaveStatus } from './save-status.tsx';
import { useDraft } from './use-draft.ts';
import { YamlTab } from './yaml-tab.tsx';

type Place = 'edit' | 'preview' | 'compare' | 'yaml';

/** Everything about one change: the editor, what applicants will see, what is different, the text. */
export function ChangeWorkspace({ change, me }: { change: Change; me: SessionPrincipal }) {
	const { t, text } = useWords();
	const isAuthor = change.author.id === me.id;
	const editable = isAuthor && change.state === 'DRAFT';
	const draft = useDraft(change, editable);
	const [place, setPlace] = useState<Place>(change.state === 'PROPOSED' && !isAuthor ? 'compare' : 'edit');
	const faults = draft.checked?.faults ?? change.faults;
	const source = draft.text.source;
	const lastName = useRef(change.source?.name);
	if (source?.name) lastName.current = source.name;
	const name = text(lastName.current) || change.code;
	const tabs: Tab[] = useMemo(
		() => [
			{
				key: 'edit',
				label: t(editable ? 'tabs.edit' : 'tabs.read'),
				content: (
					<EditTab draft={draft} faults={faults} editable={editable} toYaml={() => setPlace('yaml')} />
				),
			},
			{ key: 'preview', label: t('tabs.preview'), content: <PreviewTab source={source} /> },
			{ key: 'compare', label: t('tabs.compare'), content: <CompareTab change={change} draft={draft} /> },
			{ key: 'yaml', label: 'YAML', content: <YamlTab draft={draft} faults={faults} editable={editable} /> },
		],
		[t, editable, draft, faults, source, change],
	);
	return (
		<article className="keeper keeper-change">
			<p className="breadcrumb">
				<Link to="/desk/catalog">{t('list.title')}</Link> ›{' '}
				<Link to={`/desk/catalog/${change.code}`}>{name}</Link>
			</p>
			<header className="keeper-change-head">
				<div className="desk-case-title">
					<h1>
						{name} <span className="keeper-version">{t('version', { version: change.version })}</span>
					</h1>
					<StateTag state={change.state} />
					<span className="keeper-soft">{t('change.by', { name: change.author.name })}</span>
					{editable ? <SaveStatus draft={draft} /> : null}
				</div>
				<ChangeActions change={change} draft={draft} faults={faults} isAuthor={isAuthor} />
			</header>
			{change.returned && change.state === 'DRAFT' ? (
				<Notice tone="warning" title={t('change.returned', { name: change.returned.by.name })}>
					<p>{change.returned.reason}</p>
				</Notice>
			) : null}
			{change.note && change.state === 'PROPOSED' ? (
				<Notice title={t('change.note', { name: change.author.name })}>
					<p>{change.note}</p>
				</Notice>
			) : null}
			<Conflict draft={draft} />
			<Tabs tabs={tabs} label={t('tabs.label')} open={place} onOpen={(key) => setPlace(key as Place)} />
		</article>
	);
}
