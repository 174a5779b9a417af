import type { ReactNode } from 'react';
import type { SourceFault } from '../../../../desk/desk.schema.ts';
import { elementAt, labelKey, type Way, wayText } from '../paths.ts';
import { useWords } from '../words.ts';
import { useEditing } from './editing.ts';

/** What is wrong, and what would be right. */
export function Faults({ faults, id }: { faults: readonly SourceFault[]; id?: string }) {
	if (faults.length === 0) return null;
	return (
		<div className="keeper-faults" id={id}>
			{faults.map(({ path, code, problem, remedy }) => (
				<p key={path + code + problem} className="fault">
					{problem}
					<span className="keeper-remedy">{remedy}</span>
				</p>
			))}
		</div>
	);
}

/** Attributes that tie a control to its name, hint and faults. */
export interface ControlProps {
	id: string;
	disabled: boolean;
	'aria-describedby': string | undefined;
	'aria-invalid': boolean | undefined;
}

interface FrameProps {
	way: Way;
	/** Where the value may be left out: takes it out again. */
	onRemove?: (() => void) | undefined;
	wide?: boolean;
	/** The name is a legend over several controls, which show their own faults. */
	group?: boolean;
	label?: string;
	children: (control: ControlProps) => ReactNode;
}

/** A value with its name, its hint and everything that is wrong with it. */
export function Frame({ way, onRemove, wide = false, group = false, label, children }: FrameProps) {
	const { faultsAt, faultsWithin, disabled } = useEditing();
	const { t, label: labelOf, hint: hintOf } = useWords();
	const key = labelKey(way);
	const id = elementAt(wayText(way));
	const all = faultsWithin(wayText(way));
	const faults = group ? faultsAt(wayText(way)) : all;
	const hint = hintOf(key);
	const described = [hint ? `${id}-hint` : '', faults.length > 0 ? `${id}-faults` : '']
		.filter(Boolean)
		.join(' ');
	const Name = group ? 'span' : 'label';
	const name = label ?? labelOf(key);
	const isFaulty = group ? faults.length > 0 : all.length > 0;
	const className = ['field keeper-field', wide ? 'is-wide' : '', isFaulty ? 'faulty' : ''];
	return (
		<div
			className={className.filter(Boolean).join(' ')}
			{...(group ? { id, role: 'group', tabIndex: -1, 'aria-labelledby': `${id}-name` } : {})}
		>
			<div className="keeper-name">
				<Name className="label" id={`${id}-name`} {...(group ? {} : { htmlFor: id })}>
					{name}
				</Name>
				{onRemove && !disabled ? (
					<button type="button" className="desk-link" onClick={onRemove}>
						{t('leaveOut')}
						<span className="visually-hidden">{name}</span>
					</button>
				) : null}
			</div>
			{hint ? (
				<p className="hint" id={`${id}-hint`}>
					{hint}
				</p>
			) : null}
			{children({
				id,
				disabled,
				'aria-describedby': described || undefined,
				'aria-invalid': faults.length > 0 ? true : undefined,
			})}
			<Faults faults={faults} id={`${id}-faults`} />
		</div>
	);
}
