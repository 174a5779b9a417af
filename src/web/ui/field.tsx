import { type ReactNode, useId } from 'react';

/** Attributes that tie a control to its label, hint and error. */
export interface ControlProps {
	id: string;
	'aria-describedby': string | undefined;
	'aria-invalid': boolean | undefined;
	required: boolean;
}

interface FieldProps {
	label: string;
	hint?: string | undefined;
	error?: string | undefined;
	required?: boolean;
	children: (control: ControlProps) => ReactNode;
}

/** A labelled control with its hint and its fault. */
export function Field({ label, hint, error, required = false, children }: FieldProps) {
	const id = useId();
	const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
	return (
		<div className={error ? 'field faulty' : 'field'}>
			<label htmlFor={id}>{label}</label>
			{hint ? (
				<p className="hint" id={`${id}-hint`}>
					{hint}
				</p>
			) : null}
			{children({
				id,
				'aria-describedby': described || undefined,
				'aria-invalid': error ? true : undefined,
				required,
			})}
			{error ? (
				<p className="fault" id={`${id}-error`}>
					{error}
				</p>
			) : null}
		</div>
	);
}
