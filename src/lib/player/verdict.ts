/** What to say of an answer: nobody is told that they are wrong. */
export function verdict(right: boolean): string {
	return right ? 'This is what we had in mind' : 'This is not quite what we had in mind. You can answer as often as you like';
}
