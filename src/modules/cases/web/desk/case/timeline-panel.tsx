import { useTranslation } from 'react-i18next';
import { Timeline } from '../../../../../web/ui/timeline.tsx';
import type { CaseView, TimelineEntry } from '../types.ts';

/** Parameters of an event that are worth a sentence beside its name. */
const TOLD = ['reason', 'reasons', 'text', 'result', 'findings', 'proof', 'rightOrgan', 'record'] as const;

/** What happened and by whom, newest first. */
export function TimelinePanel({ view }: { view: CaseView }) {
	const { t } = useTranslation('desk');
	const moments = [...view.timeline]
		.sort((a, b) => b.version - a.version)
		.map((entry) => ({
			id: String(entry.version),
			at: entry.at,
			title: entry.title,
			by: t('case.by', { name: entry.actor.name, role: t(`web:roles.${entry.actor.role}`) }),
			body: told(entry),
		}));
	return <Timeline moments={moments} label={t('case.timelineLabel')} />;
}

function told(entry: TimelineEntry) {
	const texts = TOLD.map((name) => entry.params[name]).filter(
		(value): value is string => typeof value === 'string' && value !== '',
	);
	return texts.length === 0 ? null : <p className="desk-told">{texts.join(' · ')}</p>;
}
