import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';

export interface Tab {
	key: string;
	label: string;
	content: ReactNode;
}

/** Tabs by the ARIA pattern: one stop of the Tab key, arrows between them. They wrap on a narrow screen. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label: string }) {
	const id = useId();
	const [open, setOpen] = useState(0);
	const buttons = useRef<(HTMLButtonElement | null)[]>([]);
	const move = (event: KeyboardEvent) => {
		const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
		if (step === undefined) return;
		event.preventDefault();
		const next = (open + step + tabs.length) % tabs.length;
		setOpen(next);
		buttons.current[next]?.focus();
	};
	return (
		<div className="desk-tabs">
			<div role="tablist" aria-label={label} onKeyDown={move}>
				{tabs.map((tab, index) => (
					<button
						key={tab.key}
						ref={(button) => {
							buttons.current[index] = button;
						}}
						type="button"
						role="tab"
						id={`${id}-${tab.key}`}
						aria-selected={index === open}
						aria-controls={`${id}-panel`}
						tabIndex={index === open ? 0 : -1}
						onClick={() => setOpen(index)}
					>
						{tab.label}
					</button>
				))}
			</div>
			<div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tabs[open]?.key ?? ''}`}>
				{tabs[open]?.content}
			</div>
		</div>
	);
}
