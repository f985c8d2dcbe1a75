import { maxLength, parseJson, pipe, record, string } from 'valibot';

/** In characters of JSON: 64,000 for suspend_data, and room for some hundred answers. */
export const LARGEST_STATE = 200_000;

/** Elements of a data model with their values, as JSON. */
export const State = pipe(string(), parseJson(), record(pipe(string(), maxLength(4000)), string()));
