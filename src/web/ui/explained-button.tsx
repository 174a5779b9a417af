import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signpost } from '../api/problem.ts';
import { Button, type Look } from './button.tsx';
import { Signposts } from './signposts.tsx';

interface Refusal {
	text: string;
	article?: string | undefined;
	signposts: Signpost[];
}

interface ExplainedButtonProps {
	look?: Look;
	busy?: boolean;
	refusal: Refusal | null;
	onClick: () => void;
	children: ReactNode;
}

/**
 * A button that explains itself when it may not be pressed: it stays reachable by keyboard,
 * and pressing it opens the reason, its legal basis and the ways on.
 */
export function ExplainedButton({
	look = 'secondary',
	busy = false,
	refusal,
	onClick,
	children,
}: ExplainedButtonProps) {
	const { t } = useTranslation('web');
	const id = useId();
	const [open, setOpen] = useState(false);
	if (!refusal) {
		return (
			<Button look={look} busy={busy} onClick={onClick}>
				{children}
			</Button>
		);
	}
	return (
		<div className="explained">
			<button
				type="button"
				className={`button ${look} refused`}
				aria-expanded={open}
				aria-controls={id}
				onClick={() => setOpen(!open)}
			>
				{children}
				<span className="why">{t('ui.whyNot')}</span>
			</button>
			<div id={id} className="explanation" hidden={!open}>
				<p>{refusal.text}</p>
				{refusal.article ? <p className="basis">{t('ui.basis', { basis: refusal.article })}</p> : null}
				<Signposts signposts={refusal.signposts} />
			</div>
		</div>
	);
}
