import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, type Signpost } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import { Signposts } from './signposts.tsx';

/** The words and ways of a problem; those that no server explained get the browser's own. */
function useWords(error: unknown): { title: string; detail: string; signposts: Signpost[] } {
	const { t } = useTranslation('web');
	const hotline = useSession()?.bureau.hotline;
	const code = error instanceof ApiProblem ? error.code : 'UNEXPECTED';
	const own = ['UNREACHABLE', 'UNREADABLE'].includes(code) ? code : 'UNEXPECTED';
	const ownWays: Signpost[] = [{ text: t(`problem.${own}.next`), ...(hotline ? { contact: hotline } : {}) }];
	if (!(error instanceof ApiProblem)) {
		return { title: t(`problem.${own}.title`), detail: t(`problem.${own}.detail`), signposts: ownWays };
	}
	return {
		title: error.title || t(`problem.${own}.title`),
		detail: error.detail || (error.title ? '' : t(`problem.${own}.detail`)),
		signposts: error.signposts.length > 0 ? error.signposts : ownWays,
	};
}

/** A failure as the person should meet it: what happened, why, and the ways on. Takes the focus once, so nobody misses it. */
export function ProblemNotice({ error }: { error: unknown }) {
	const { title, detail, signposts } = useWords(error);
	const place = useRef<HTMLDivElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new error is a new thing to look at
	useEffect(() => {
		place.current?.focus({ preventScroll: true });
		place.current?.scrollIntoView?.({ block: 'nearest' });
	}, [error]);
	const errors = error instanceof ApiProblem ? error.errors : [];
	return (
		<div ref={place} className="notice danger" role="alert" tabIndex={-1}>
			<p className="notice-title">{title}</p>
			{detail && detail !== title ? <p>{detail}</p> : null}
			{errors.length > 0 ? (
				<ul className="plain">
					{errors.map((fault) => (
						<li key={fault.path + fault.code}>{fault.text}</li>
					))}
				</ul>
			) : null}
			<Signposts signposts={signposts} />
		</div>
	);
}
