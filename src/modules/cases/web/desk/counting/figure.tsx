import { subject } from '@casl/ability';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../../../web/api/session.ts';
import { OPENS, type Opening } from '../../../counting.rules.ts';
import { abilityOf } from '../permissions.ts';
import type { Period } from './period.ts';

/** Which cases a number counts: those of a period, and of one item or of all. */
export interface Scope extends Period {
	item?: string | undefined;
}

interface FigureProps {
	scope: Scope;
	/** What the number counts. */
	opens: Opening;
	/** How many cases it opens; without any there is nothing to open. */
	count: number;
	/** What the number counts, for those who do not see where it stands. */
	label: string;
	children?: ReactNode;
}

/** A number that opens into exactly its cases, for whoever may see cases. */
export function Figure({ scope, opens, count, label, children }: FigureProps) {
	const { t } = useTranslation('desk');
	if (!useMayRead(scope.item) || count === 0)
		return <span className={count === 0 ? 'desk-zero' : undefined}>{children ?? count}</span>;
	const { from, to, item } = scope;
	const search = { decidedFrom: from, decidedTo: to, ...(item && { item }), ...OPENS[opens] };
	return (
		<Link to="/desk/all" search={search as never}>
			<span className="visually-hidden">{t('counting.label', { label })}</span>
			{children ?? count}
			<span className="visually-hidden">
				{t(children === undefined ? 'counting.open' : 'counting.openCount', { count })}
			</span>
		</Link>
	);
}

/** Whether the person may open the cases that are counted: somebody's own are not what a figure is about. */
export function useMayRead(item = ''): boolean {
	const principal = useSession()?.principal;
	const somebodys = subject('Case', { applicant: null, itemCode: item });
	return principal ? abilityOf(principal).can('read', somebodys) : false;
}
