import type { Change } from '../../../desk/desk.schema.ts';
import { useWords } from './words.ts';

/** Where a change stands. */
export function StateTag({ state }: { state: Change['state'] }) {
	const { t } = useWords();
	return <span className={`desk-stage keeper-state is-${state.toLowerCase()}`}>{t(`states.${state}`)}</span>;
}
