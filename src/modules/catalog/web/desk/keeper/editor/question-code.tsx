import { useEffect, useState } from 'react';
import type { ItemFile, Text } from '../../../../catalog.schema.ts';
import { getAt } from '../paths.ts';
import { useWords } from '../words.ts';
import { useEditing } from './editing.ts';
import { isMadeUp, nameFrom } from './form-rows.ts';
import { Frame } from './frame.tsx';
import type { NodeProps } from './leaves.tsx';
import { renameQuestion } from './rename.ts';

/** The name of a question. It is taken over when it is whole, and then in every condition that uses it. */
export function QuestionCodeNode({ way }: NodeProps) {
	const { source, replace } = useEditing();
	const { t } = useWords();
	const code = String(getAt(source, way) ?? '');
	const [written, setWritten] = useState(code);
	useEffect(() => setWritten(code), [code]);
	const index = Number(way[1]);
	const take = (name: string) => {
		if (name !== code) replace(renameQuestion(source, index, name) as ItemFile);
	};
	const words = (getAt(source, [...way.slice(0, -1), 'question']) as Text | undefined)?.en ?? '';
	const offered = nameFrom(words);
	return (
		<Frame way={way}>
			{(control) => (
				<div className="keeper-name-field">
					<input
						{...control}
						className="keeper-code"
						value={written}
						onChange={({ target }) => setWritten(target.value.trim())}
						onBlur={() => take(written)}
						onKeyDown={({ key }) => key === 'Enter' && take(written)}
					/>
					{offered && isMadeUp(code) && !control.disabled ? (
						<button type="button" className="desk-link" onClick={() => take(offered)}>
							{t('takeName', { name: offered })}
						</button>
					) : null}
				</div>
			)}
		</Frame>
	);
}
