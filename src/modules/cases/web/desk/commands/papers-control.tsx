import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../../web/api/client.ts';
import { FileInput } from '../../../../../web/ui/file-input.tsx';
import { codeName, fieldOf } from '../names.ts';
import type { CaseView } from '../types.ts';

/** By code: a paper that is here, or the corrected value of a form field. */
export type Papers = Record<string, true | string>;

interface PapersControlProps {
	view: CaseView;
	codes: readonly string[];
	value: Papers;
	onChange: (papers: Papers) => void;
}

/** Papers that come in now: scanned here, or ticked when they were handed over as paper. */
export function PapersControl({ view, codes, value, onChange }: PapersControlProps) {
	const { t } = useTranslation('desk');
	const without = (code: string) =>
		Object.fromEntries(Object.entries(value).filter(([other]) => other !== code));
	const mark = (code: string, here: boolean) => onChange(here ? { ...value, [code]: true } : without(code));
	return (
		<ul className="desk-papers">
			{codes.map((code) =>
				fieldOf(code) !== undefined ? (
					<li key={code}>
						<label htmlFor={`paper-${code}`}>{codeName(view, code)}</label>
						<Input
							id={`paper-${code}`}
							value={String(value[code] ?? '')}
							onChange={(event) =>
								onChange(event.target.value ? { ...value, [code]: event.target.value } : without(code))
							}
						/>
					</li>
				) : (
					<li key={code}>
						<Checkbox checked={value[code] === true} onChange={(event) => mark(code, event.target.checked)}>
							{t('form.paperIn', { name: codeName(view, code) })}
						</Checkbox>
						<FileInput
							label={codeName(view, code)}
							upload={async (file, progress) => {
								await api.upload(`/api/cases/${view.id}/files`, { material: code }, file, progress);
								mark(code, true);
							}}
						/>
					</li>
				),
			)}
		</ul>
	);
}
