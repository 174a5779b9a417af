import type { ReactNode } from 'react';

/** Nothing here yet: says so, and what would bring something. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
	return (
		<div className="empty-state">
			<p className="empty-title">{title}</p>
			{children}
		</div>
	);
}
