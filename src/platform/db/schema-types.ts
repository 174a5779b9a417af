import pg from 'pg';

/** Schemas of libraries that keep their own tables, and PostgreSQL's own. */
const FOREIGN = ['pg_catalog', 'information_schema', 'pg_toast', 'jobs'];

/** TypeScript of what `openDb` reads for a type of PostgreSQL. A type that is missing here must be added here. */
const TYPES: Record<string, string> = {
	bool: 'boolean',
	bytea: 'Buffer',
	date: 'string',
	float8: 'number',
	int2: 'number',
	int4: 'number',
	int8: 'number',
	json: 'Json',
	jsonb: 'Json',
	numeric: 'string',
	text: 'string',
	timestamptz: 'Timestamp',
	uuid: 'string',
	varchar: 'string',
};

const HEADER = `/* Written by \`npm run db:types\` from a freshly migrated database; a test compares it. Do not edit. */
import type { ColumnType } from 'kysely';

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
/** An array must be written as text (\`JSON.stringify\`): the driver takes it for an array of PostgreSQL. */
export type Json = ColumnType<JsonValue, string | object | null, string | object | null>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
/** Has a default: may be left out when inserting. */
export type Generated<T> =
	T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
`;

interface Column {
	schema: string;
	table: string;
	name: string;
	type: string;
	nullable: boolean;
	generated: boolean;
}

/** The text of `schema.ts` for a database: one interface for each table, and `Database`, which names them for Kysely. */
export async function schemaTypes(ownerUrl: string): Promise<string> {
	const tables = Map.groupBy(await readColumns(ownerUrl), tableName);
	const interfaces = [...tables].map(([table, columns]) => tableInterface(table, columns));
	const entries = [...tables.keys()].map((table) => `\t${key(table)}: ${typeName(table)};`);
	// A type, not an interface: it may be empty.
	return [HEADER, ...interfaces, `export type Database = {\n${entries.join('\n')}\n};\n`].join('\n');
}

async function readColumns(ownerUrl: string): Promise<Column[]> {
	const client = new pg.Client(ownerUrl);
	await client.connect();
	try {
		const { rows } = await client.query<Column>(COLUMNS, [FOREIGN]);
		return rows;
	} finally {
		await client.end();
	}
}

const COLUMNS = `
	select n.nspname as schema, c.relname as "table", a.attname as name,
		case when e.typname is null then t.typname else e.typname || '[]' end as type,
		not a.attnotnull as nullable,
		(a.atthasdef or a.attidentity <> '') as generated
	from pg_attribute a
	join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
	join pg_namespace n on n.oid = c.relnamespace
	join pg_type t on t.oid = a.atttypid
	left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
	where a.attnum > 0 and not a.attisdropped
		and n.nspname <> all($1) and c.relname not like 'kysely\\_migration%'
	order by n.nspname <> 'public', n.nspname, c.relname, a.attnum`;

function tableName(column: Column): string {
	return column.schema === 'public' ? column.table : `${column.schema}.${column.table}`;
}

function tableInterface(table: string, columns: Column[]): string {
	const lines = columns.map((column) => `\t${key(column.name)}: ${columnType(table, column)};`);
	return `export interface ${typeName(table)} {\n${lines.join('\n')}\n}\n`;
}

function columnType(table: string, column: Column): string {
	const element = column.type.replace('[]', '');
	const known = TYPES[element];
	if (!known) throw new Error(`${table}.${column.name}: add the type ${column.type} to schema-types.ts.`);
	const plain = column.type === element ? known : `${known}[]`;
	const type = column.nullable ? `${plain} | null` : plain;
	return column.generated ? `Generated<${type}>` : type;
}

/** `auth.twoFactor` → `AuthTwoFactorTable`. */
function typeName(table: string): string {
	const words = table.split(/[^A-Za-z0-9]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
	return `${words.join('')}Table`;
}

function key(name: string): string {
	return /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`;
}
