import { type ReactNode, useId } from 'react';

/** A titled part of a page. */
export function Card({ title, aside, children }: { title?: string; aside?: ReactNode; children: ReactNode }) {
	const id = useId();
	return (
		<section className="card" aria-labelledby={title ? id : undefined}>
			{title ? (
				<div className="card-head">
					<h2 id={id}>{title}</h2>
					{aside}
				</div>
			) : null}
			{children}
		</section>
	);
}
