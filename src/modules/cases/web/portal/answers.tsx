import { useTranslation } from 'react-i18next';
import { declaredFields, isNode, type JsonSchema } from '../../../catalog/web/index.ts';
import { words } from './form-fields.ts';

interface AnswersProps {
	/** Form definition: schema with titles as words or in several languages. */
	form: { schema: JsonSchema };
	value: JsonSchema;
	language: string;
}

/** Title of the choice that a value stands for, or the value itself. */
function choice(schema: JsonSchema, value: unknown, language: string): string {
	const options = Array.isArray(schema.oneOf) ? schema.oneOf.filter(isNode) : [];
	const chosen = options.find((option) => option.const === value);
	return chosen ? words(chosen.title, language) : String(value);
}

function useAnswer(language: string) {
	const { t } = useTranslation('web');
	return (schema: JsonSchema, value: unknown): string => {
		if (typeof value === 'boolean') return t(value ? 'ui.yes' : 'ui.no');
		if (Array.isArray(value)) {
			const items = isNode(schema.items) ? schema.items : {};
			return value.map((each) => choice(items, each, language)).join(t('ui.comma'));
		}
		return choice(schema, value, language);
	};
}

/** What was filled in, as terms and values, in the order of the form. */
export function Answers({ form, value, language }: AnswersProps) {
	const answer = useAnswer(language);
	const { schema } = form;
	const fields = [...declaredFields(schema)];
	const given = fields.filter(([name]) => value[name] !== undefined && value[name] !== '');
	return (
		<dl className="answers">
			{given.map(([name, field]) => {
				const each = value[name];
				return (
					<div key={name} className={isNode(each) ? 'answer-group' : undefined}>
						<dt>{words(field.title, language) || name}</dt>
						<dd>
							{isNode(each) ? (
								<Answers form={{ schema: field }} value={each} language={language} />
							) : (
								answer(field, each)
							)}
						</dd>
					</div>
				);
			})}
		</dl>
	);
}
