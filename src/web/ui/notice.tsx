import type { ReactNode } from 'react';

/** A framed remark. `tone` is never the only carrier of its meaning: the title says it in words. */
export function Notice({
	tone = 'info',
	title,
	children,
}: {
	tone?: 'info' | 'success' | 'warning' | 'danger';
	title?: string;
	children?: ReactNode;
}) {
	return (
		<div className={`notice ${tone}`}>
			{title ? <p className="notice-title">{title}</p> : null}
			{children}
		</div>
	);
}
