import { CaseListPage } from './case-list.tsx';

/** Every case that the person may see. */
export default function AllPage() {
	return <CaseListPage scope="all" />;
}
