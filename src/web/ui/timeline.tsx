import type { ReactNode } from 'react';
import { useFormat } from '../format.ts';

export interface Moment {
	id: string;
	/** Instant. */
	at: string;
	title: string;
	by?: string;
	body?: ReactNode;
}

/** What happened, newest first as given. */
export function Timeline({ moments, label }: { moments: Moment[]; label: string }) {
	const format = useFormat();
	return (
		<ol className="timeline" aria-label={label}>
			{moments.map((moment) => (
				<li key={moment.id}>
					<div className="moment-head">
						<strong>{moment.title}</strong>
						<time dateTime={moment.at}>{format.instant(moment.at)}</time>
					</div>
					{moment.by ? <p className="moment-by">{moment.by}</p> : null}
					{moment.body}
				</li>
			))}
		</ol>
	);
}
