import type { Module } from '#lib/module/module.ts';
import type { Keep } from '#lib/progress/encoding.ts';
import type { LocalDetails } from '#lib/module/local-text.ts';

/** What a package's page carries for its script, as JSON in `<script id="module">`. */
export interface PackageData {
	module: Module;
	details: LocalDetails;
	/** Peers have not signed off this version. */
	draft: boolean;
	/** The version's hash, for whoever has to say which one they have. */
	version: string;
	keep: Keep;
	/** What an LMS is told of somebody who has been through the module. */
	completion: 'completed' | 'passed';
	/** Whether an LMS is told of each answer. */
	answers: boolean;
	/** Nothing is recorded anywhere: it is a copy to read and to print. */
	copy: boolean;
	/** The browser's tab keeps the place, for an author's preview. */
	preview?: true;
}
