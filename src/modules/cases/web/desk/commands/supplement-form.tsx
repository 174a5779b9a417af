import { useQuery } from '@tanstack/react-query';
import { Button, Progress, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../../web/api/client.ts';
import { useKeys } from '../../../../../web/ui/keys.ts';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import type { Judging } from '../../../judgement.schema.ts';
import { type CommandFormProps, FormButtons } from './command-form.tsx';
import { JudgeRow } from './judge-row.tsx';
import {
	allRight,
	type Draft,
	type Drafts,
	draftOf,
	type Group,
	groupsOf,
	isJudged,
	type JudgingRow,
	nextOpen,
	toJudgement,
} from './judging.ts';
import './supplement.css';

/**
 * The one supplement notice (Art. 32 ¶1(4)): walks through every paper and field and closes only when each
 * has been judged, since nothing may be asked for a second time.
 */
export function SupplementForm(props: CommandFormProps) {
	const { view } = props;
	const judging = useQuery({
		queryKey: ['judging', view.id, view.version],
		queryFn: () => api.get<Judging>(`/api/cases/${view.id}/judging`),
		placeholderData: (before) => before,
	});
	if (judging.data) return <JudgeAll {...props} rows={judging.data.rows} />;
	if (judging.error) return <ProblemNotice error={judging.error} />;
	return (
		<div aria-busy="true">
			<Skeleton active title={false} paragraph={{ rows: 8 }} />
		</div>
	);
}

function JudgeAll({
	view,
	type,
	busy,
	closed,
	send,
	cancel,
	rows,
}: CommandFormProps & { rows: JudgingRow[] }) {
	const { t } = useTranslation('desk');
	const { drafts, groups, current, setCurrent, change, next, wholeGroup } = useJudging(rows);
	const judged = rows.filter(({ code }) => isJudged(draftOf(drafts, code))).length;
	const faults = rows.filter(({ code }) => draftOf(drafts, code).verdict === 'faulty').length;
	const complete = judged === rows.length;
	const title = (group: Group) =>
		group.title === null ? t('case.papers') : group.title || t('supplement.others');
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				if (complete && faults > 0) {
					send({ type: 'RequestSupplement', judgement: toJudgement(rows, drafts) });
				}
			}}
		>
			<p className="desk-hint">{t('supplement.once')}</p>
			<div className="desk-judge-bar">
				<Progress
					percent={Math.round((judged / Math.max(1, rows.length)) * 100)}
					format={() => `${judged} / ${rows.length}`}
					aria-label={t('supplement.progress')}
					size="small"
				/>
				<Keys />
			</div>
			{groups.map((group) => (
				<section key={group.title} className="desk-judge-group" aria-label={title(group)}>
					<header>
						<h3>{title(group)}</h3>
						<Button size="small" onClick={() => wholeGroup(group)}>
							{t('supplement.groupRight')}
						</Button>
					</header>
					<ol className="desk-judge">
						{group.rows.map((row) => (
							<JudgeRow
								key={row.code}
								view={view}
								row={row}
								draft={draftOf(drafts, row.code)}
								current={row.code === current}
								onCurrent={() => setCurrent(row.code)}
								change={(part) => change(row.code, part)}
								done={() => next(row.code)}
							/>
						))}
					</ol>
				</section>
			))}
			<p className="desk-hint" role="status">
				{complete
					? t(faults > 0 ? 'supplement.ready' : 'supplement.nothing', { count: faults })
					: t('supplement.open', { count: rows.length - judged })}
			</p>
			<FormButtons
				type={type}
				grave={false}
				busy={busy}
				closed={closed || !complete || faults === 0}
				cancel={cancel}
			/>
		</form>
	);
}

/** The keys of this screen, where the hands are. */
function Keys() {
	const { t } = useTranslation('desk');
	return (
		<dl className="desk-judge-keys">
			{(['move', 'right', 'faulty', 'group'] as const).map((key) => (
				<div key={key}>
					<dt>
						<kbd>{{ move: 'j k', right: '1', faulty: '2', group: '0' }[key]}</kbd>
					</dt>
					<dd>{t(`supplement.keys.${key}`)}</dd>
				</div>
			))}
		</dl>
	);
}

/** What has been judged, and the row on which the keys stand. */
function useJudging(rows: JudgingRow[]) {
	const [drafts, setDrafts] = useState<Drafts>({});
	const [current, setCurrent] = useState(rows[0]?.code ?? '');
	const groups = useMemo(() => groupsOf(rows), [rows]);
	const change = (code: string, part: Partial<Draft>) =>
		setDrafts((all) => ({ ...all, [code]: { ...draftOf(all, code), ...part } }));
	const next = (code: string, after: Drafts = drafts) => setCurrent(nextOpen(rows, after, code) ?? code);
	const wholeGroup = (group: Group) => {
		const after = allRight(drafts, group);
		setDrafts(after);
		next(group.rows.at(-1)?.code ?? current, after);
	};
	const step = (by: 1 | -1) => {
		const at = rows.findIndex(({ code }) => code === current);
		setCurrent(rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.code ?? current);
	};
	useKeys({
		j: () => step(1),
		k: () => step(-1),
		'1': () => {
			change(current, { verdict: 'right' });
			step(1);
		},
		'2': () => change(current, { verdict: 'faulty' }),
		'0': () => {
			const group = groups.find((each) => each.rows.some(({ code }) => code === current));
			if (group) wholeGroup(group);
		},
	});
	return { drafts, groups, current, setCurrent, change, next, wholeGroup };
}
