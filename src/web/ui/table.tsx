import type { ReactNode } from 'react';

export interface Column<Row> {
	key: string;
	head: string;
	cell: (row: Row) => ReactNode;
}

interface TableProps<Row> {
	caption: string;
	columns: Column<Row>[];
	rows: Row[];
	rowKey: (row: Row) => string;
}

/** A table that becomes a list of cards on a narrow screen; each cell keeps its heading. */
export function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
	return (
		<table className="table">
			<caption className="visually-hidden">{caption}</caption>
			<thead>
				<tr>
					{columns.map((column) => (
						<th key={column.key} scope="col">
							{column.head}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => (
					<tr key={rowKey(row)}>
						{columns.map((column) => (
							<td key={column.key} data-head={column.head}>
								{column.cell(row)}
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}
