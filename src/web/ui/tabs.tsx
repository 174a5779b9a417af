import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';

export interface Tab {
	key: string;
	label: string;
	content: ReactNode;
}

interface TabsProps {
	tabs: Tab[];
	label: string;
	/** The open tab, where something else may open one, too; otherwise the tabs remember it themselves. */
	open?: string;
	onOpen?: (key: string) => void;
}

/** Tabs by the ARIA pattern: one stop of the Tab key, arrows between them. They wrap on a narrow screen. */
export function Tabs({ tabs, label, open: wanted, onOpen }: TabsProps) {
	const id = useId();
	const [remembered, remember] = useState(tabs[0]?.key ?? '');
	const buttons = useRef<(HTMLButtonElement | null)[]>([]);
	const open = Math.max(
		tabs.findIndex(({ key }) => key === (wanted ?? remembered)),
		0,
	);
	const choose = (index: number) => {
		const key = tabs[index]?.key ?? '';
		remember(key);
		onOpen?.(key);
	};
	const move = (event: KeyboardEvent) => {
		const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
		if (step === undefined) return;
		event.preventDefault();
		const next = (open + step + tabs.length) % tabs.length;
		choose(next);
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
						onClick={() => choose(index)}
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
