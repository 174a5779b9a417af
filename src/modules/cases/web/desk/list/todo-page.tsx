import { CaseListPage } from './case-list.tsx';

/** What waits for the person at this desk. */
export default function TodoPage() {
	return <CaseListPage scope="todo" />;
}
