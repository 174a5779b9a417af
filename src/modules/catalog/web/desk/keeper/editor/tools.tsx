import { announce } from '../../../../../../web/announce.tsx';
import { useWords } from '../words.ts';

interface ToolsProps {
	/** What is moved or taken out. */
	name: string;
	move: (by: number) => void;
	remove: () => void;
	isFirst: boolean;
	isLast: boolean;
}

/** Moves a member of a list up and down, or takes it out. */
export function Tools({ name, move, remove, isFirst, isLast }: ToolsProps) {
	const { t } = useWords();
	const all = [
		{ key: 'up', sign: '↑', act: () => move(-1), off: isFirst },
		{ key: 'down', sign: '↓', act: () => move(1), off: isLast },
		{ key: 'remove', sign: '×', act: remove, off: false },
	];
	return (
		<div className="keeper-tools">
			{all.map(({ key, sign, act, off }) => (
				<button
					key={key}
					type="button"
					disabled={off}
					aria-label={t(`tools.${key}`, { name })}
					title={t(`tools.${key}`, { name })}
					onClick={() => {
						act();
						announce(t(`tools.done.${key}`, { name }));
					}}
				>
					<span aria-hidden="true">{sign}</span>
				</button>
			))}
		</div>
	);
}
