// Checks an AsyncAPI document, its Avro schemas included. Usage: node asyncapi.mjs FILE
import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';
import { AvroSchemaParser } from '@asyncapi/avro-schema-parser';

const parser = new Parser();
parser.registerSchemaParser(AvroSchemaParser());
const { document, diagnostics } = await parser.parse(readFileSync(process.argv[2], 'utf8'));
for (const d of diagnostics) console.error(`${d.path.join('.')}: ${d.message} (${d.code})`);
if (!document || diagnostics.some((d) => d.severity <= 1)) process.exit(1);
console.log(`${document.channels().all().length} channels described, ${diagnostics.length} remarks`);
