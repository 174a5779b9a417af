import { useFormat } from '../format.ts';
import { Light, type LightColour } from './light.tsx';

/** A last day with its light. */
export function DueDate({
	date,
	light,
	note,
}: {
	date: string;
	light: LightColour;
	note?: string | undefined;
}) {
	const format = useFormat();
	return (
		<span className="due-date">
			<time dateTime={date}>{format.date(date, true)}</time>
			<Light light={light} />
			{note ? <span className="due-note">{note}</span> : null}
		</span>
	);
}
