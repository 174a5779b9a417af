import { useNavigate, useSearch } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../../../../web/ui/keys.ts';
import { Light } from '../../../../../web/ui/light.tsx';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { CaseWorkspace } from '../case/case-workspace.tsx';
import { useCase, useCases } from '../data.ts';
import type { CaseList } from '../types.ts';

const QUEUE_SIZE = 50;

/** 独任审批: queue on the left, the whole case on the right; acceptance, review and decision without leaving. */
export default function SolePage() {
	const { t } = useTranslation('desk');
	const queue = useCases({ scope: 'todo', limit: QUEUE_SIZE });
	const cases = queue.data?.cases ?? [];
	const [current, setPicked] = usePicked(cases);
	const keys = useMemo(() => {
		const move = (by: number) => () => {
			const at = cases.findIndex(({ id }) => id === current);
			const next = cases[Math.min(Math.max(at + by, 0), cases.length - 1)];
			if (next) setPicked(next.id);
		};
		return { j: move(1), k: move(-1) };
	}, [cases, current, setPicked]);
	useKeys(keys);
	return (
		<div className="desk-sole">
			<header className="desk-page-head">
				<h1>{t('nav.sole')}</h1>
				<span className="desk-total">{t('sole.hint')}</span>
			</header>
			{queue.error ? <ProblemNotice error={queue.error} /> : null}
			<Queue cases={cases} current={current} pick={setPicked} pending={queue.isPending} />
			<div className="desk-sole-case">
				{current ? <Chosen id={current} /> : null}
				{current === null && !queue.isPending ? <p className="desk-empty">{t('sole.empty')}</p> : null}
			</div>
		</div>
	);
}

/**
 * The case on the screen, in the address. The first of the queue when nothing was picked; then it stays, even
 * when what is done to it moves it down the queue or out of it.
 */
function usePicked(cases: CaseList['cases']): [string | null, (id: string) => void] {
	const { case: picked } = useSearch({ strict: false }) as { case?: string };
	const navigate = useNavigate();
	const pick = useCallback(
		(id: string) => void navigate({ to: '/desk/sole', search: { case: id } as never, replace: true }),
		[navigate],
	);
	const first = cases[0]?.id;
	useEffect(() => {
		if (picked === undefined && first !== undefined) pick(first);
	}, [picked, first, pick]);
	return [picked ?? null, pick];
}

interface QueueProps {
	cases: CaseList['cases'];
	current: string | null;
	pick: (id: string) => void;
	pending: boolean;
}

function Queue({ cases, current, pick, pending }: QueueProps) {
	const { t } = useTranslation('desk');
	return (
		<nav className="desk-queue" aria-label={t('sole.queue')} aria-busy={pending}>
			<ul>
				{cases.map(({ id, number, itemName, applicantName, stage, light, dueOn }) => (
					<li key={id}>
						<button type="button" aria-pressed={id === current} onClick={() => pick(id)}>
							<span className="desk-case-number">{number}</span>
							<strong>{itemName}</strong>
							<span className="desk-queue-facts">
								<Light light={light} compact />
								<span>{applicantName}</span>
								<span>{t(`words.stage.${stage}`)}</span>
								<span>{dueOn}</span>
							</span>
						</button>
					</li>
				))}
			</ul>
		</nav>
	);
}

function Chosen({ id }: { id: string }) {
	const one = useCase(id);
	if (one.error && !one.data) return <ProblemNotice error={one.error} />;
	if (!one.data) return <Skeleton active paragraph={{ rows: 10 }} />;
	return <CaseWorkspace view={one.data} />;
}
