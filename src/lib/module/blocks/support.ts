import { readText } from '../terms.ts';
import type { BlockPart } from '../outline.ts';
import { allowFields, type BlockReading } from './block.ts';

/** Where to get support: urgent help, then what the trust has filled in, as on the page "Get support". */
export interface Support {
	kind: 'support';
	/** What the author says above it, as HTML; often empty. */
	html: string;
}

/** Reads `:::support`. */
export function readSupport(part: BlockPart, reading: BlockReading): Support {
	allowFields(part, [], reading.report);
	return { kind: 'support', html: readText(part.text, part.textLine, reading) };
}
